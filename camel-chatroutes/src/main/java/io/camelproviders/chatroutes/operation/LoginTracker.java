/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.ProviderProtocol.Decoded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the bearer token in step with what routes do: {@code auth/login} brings one, {@code auth/refresh-token} replaces it,
 * {@code auth/logout} ends it. Where an address is configured, somebody else's tokens are left alone: another address's
 * login, and every refresh, for which nobody can tell whose it is.
 */
public final class LoginTracker {

    private final TokenSource tokens;
    private final @Nullable String email;

    /**
     * @param tokens is told
     * @param email address of the configured login, or null if none is
     */
    public LoginTracker(TokenSource tokens, @Nullable String email) {
        this.tokens = tokens;
        this.email = email;
    }

    /** Takes notice of a call that went well. */
    void done(OperationCall call, Decoded answer, Json json) {
        switch (call.operation().name()) {
            case "auth/login" -> {
                if (own(call) && answer.payload() instanceof Map<?, ?> session) {
                    hold(session.get("tokens"), json);
                }
            }
            case "auth/refresh-token" -> {
                if (email == null) {
                    hold(answer.payload(), json);
                }
            }
            case "auth/logout" -> tokens.forget();
            default -> {
                // Nothing else has to do with the login.
            }
        }
    }

    private boolean own(OperationCall call) {
        Map<String, Object> body = call.body();
        Object address = body == null ? null : body.get("email");
        return email == null || (address != null && email.equalsIgnoreCase(address.toString()));
    }

    private void hold(@Nullable Object found, Json json) {
        if (found instanceof Map<?, ?> fields
                && fields.get("accessToken") instanceof String token
                && !token.isBlank()) {
            tokens.hold(json.convert(fields, Tokens.class));
        }
    }
}
