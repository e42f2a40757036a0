/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.chatroutes.model.Auth.Login;
import io.camelproviders.chatroutes.model.Auth.Session;
import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.Secrets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gets tokens from the service: {@code auth/login} and {@code auth/refresh-token}. */
public final class HttpTokenCalls implements TokenCalls {

    private final OperationClient client;
    private final @Nullable Login login;
    private final Secrets secrets;

    /**
     * @param client sends; its transport must not be a {@link BearerTransport} that waits for these very tokens
     * @param login address and password; null if none are known
     * @param secrets learns each token that comes, so that no error text shows it
     */
    public HttpTokenCalls(OperationClient client, @Nullable Login login, Secrets secrets) {
        this.client = client;
        this.login = login;
        this.secrets = secrets;
    }

    @Override
    public boolean canLogin() {
        return login != null;
    }

    @Override
    public CompletableFuture<Tokens> login() {
        String email = login == null ? null : login.email();
        String password = login == null ? null : login.password();
        if (email == null || password == null) {
            return CompletableFuture.failedFuture(new InvalidRequestException(
                    ErrorDetails.of("no address and password are configured to log in with; nothing was sent")));
        }
        return asked("auth/login", Map.of("email", email, "password", password))
                .thenApply(result -> result.value() instanceof Session session && session.tokens() != null
                        ? session.tokens()
                        : nothing())
                .thenApply(this::noted);
    }

    @Override
    public CompletableFuture<Tokens> refresh(String refreshToken) {
        return asked("auth/refresh-token", Map.of("refreshToken", refreshToken))
                .thenApply(result -> result.value() instanceof Tokens tokens ? tokens : nothing())
                .thenApply(this::noted);
    }

    private CompletableFuture<CallResult> asked(String name, Map<String, Object> body) {
        Operation operation = ChatroutesOperations.TABLE.get(name);
        String id = UUID.randomUUID().toString();
        return client.call(new OperationCall(operation, Map.of(), Map.of(), body, List.of(), null, id, null));
    }

    private Tokens noted(Tokens tokens) {
        String access = tokens.accessToken();
        String refresh = tokens.refreshToken();
        if (access != null) {
            secrets.add(access);
        }
        if (refresh != null) {
            secrets.add(refresh);
        }
        return tokens;
    }

    private static Tokens nothing() {
        return new Tokens(null, null, null, Map.of());
    }

    @Override
    public String toString() {
        return "HttpTokenCalls[" + (login == null ? "without" : "with") + " credentials]";
    }
}
