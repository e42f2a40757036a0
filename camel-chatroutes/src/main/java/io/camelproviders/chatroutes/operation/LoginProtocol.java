/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.operation.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of an endpoint: notes the secrets that travel in bodies before anybody could print them, and tells the
 * bearer token of logins and logouts.
 */
public final class LoginProtocol implements ProviderProtocol {

    private static final int LONGEST_LOOK = 64 * 1024;

    private static final Set<String> SECRET_FIELDS =
            Set.of("password", "refreshToken", "accessToken", "llmApiKey", "token");

    private static final Pattern SECRET_TEXT = Pattern.compile(
            "\"(?:password|refresh_?[tT]oken|access_?[tT]oken|llm_?[aA]pi_?[kK]ey|token)\"\\s*:\\s*\"([^\"\\\\]{4,8192})\"");

    private final ChatroutesProtocol inner;
    private final Json json;
    private final Secrets secrets;
    private final @Nullable LoginTracker watch;

    /**
     * @param inner speaks
     * @param json reads tokens
     * @param secrets learns what must not be printed
     * @param watch is told of logins, or null
     */
    public LoginProtocol(ChatroutesProtocol inner, Json json, Secrets secrets, @Nullable LoginTracker watch) {
        this.inner = inner;
        this.json = json;
        this.secrets = secrets;
        this.watch = watch;
    }

    @Override
    public String provider() {
        return inner.provider();
    }

    @Override
    public String pathPrefix() {
        return inner.pathPrefix();
    }

    @Override
    public List<HttpHeader> headers(OperationCall call) {
        Map<String, Object> body = call.body();
        if (body != null) {
            body.forEach((name, value) -> {
                if (SECRET_FIELDS.contains(name) && value instanceof String secret) {
                    secrets.add(secret);
                }
            });
        }
        return inner.headers(call);
    }

    @Override
    public boolean keyed(Operation operation) {
        return inner.keyed(operation);
    }

    @Override
    public Decoded decode(OperationCall call, HttpResponse response) {
        if (call.operation().name().startsWith("auth/")) {
            look(response);
        }
        Decoded answer = inner.decode(call, response);
        if (watch != null) {
            watch.done(call, answer, json);
        }
        return answer;
    }

    @Override
    public ErrorDetails fault(OperationCall call, HttpResponse response) {
        look(response);
        return inner.fault(call, response);
    }

    @Override
    public boolean isProviderError(HttpResponse response) {
        return inner.isProviderError(response);
    }

    private void look(HttpResponse response) {
        int length = Math.min(response.body().length, LONGEST_LOOK);
        Matcher found = SECRET_TEXT.matcher(new String(response.body(), 0, length, StandardCharsets.UTF_8));
        while (found.find()) {
            secrets.add(found.group(1));
        }
    }

    @Override
    public String toString() {
        return "AccountDialect[]";
    }
}
