/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.chatroutes.model.Auth.Tokens;
import java.util.concurrent.CompletableFuture;

/** The two calls that bring tokens. Neither blocks, and neither carries an Authorization header. */
public interface TokenCalls {

    /** Whether {@link #login()} knows an address and a password. */
    boolean canLogin();

    /** {@code auth/login} with the credentials that are known. */
    CompletableFuture<Tokens> login();

    /** {@code auth/refresh-token}. */
    CompletableFuture<Tokens> refresh(String refreshToken);
}
