/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.common.error.ErrorDetails;
import io.camelproviders.common.error.InvalidRequestException;
import io.camelproviders.common.http.HttpHeader;
import io.camelproviders.common.http.HttpResponse;
import io.camelproviders.common.json.Json;
import io.camelproviders.common.operation.BoundCall;
import io.camelproviders.common.operation.Operation;
import io.camelproviders.common.operation.ProviderDialect;
import io.camelproviders.common.operation.RequestHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How ChatRoutes speaks: {@code Authorization: ApiKey}, {@code application/json} on every request, an envelope of
 * {@code success} and {@code data} that not every answer has. There is no idempotency key and no request id. Source:
 * public ChatRoutes SDKs for Python (0.2.6) and TypeScript (0.2.0).
 */
public final class ChatroutesDialect implements ProviderDialect {

    /** Scheme of the component. */
    public static final String SCHEME = "chatroutes";

    private final Supplier<HttpHeader> authorization;
    private final Envelope envelope;
    private final Faults faults;

    /**
     * @param authorization the header of each call; asked anew each time; may fail with {@code InvalidRequestException}
     * @param json reads answers
     */
    public ChatroutesDialect(Supplier<HttpHeader> authorization, Json json) {
        this.authorization = authorization;
        this.envelope = new Envelope(json);
        this.faults = new Faults(json);
    }

    /** Calls under an API key; blanks around it are dropped; null or empty fails each call that needs it before it is sent. */
    public static ChatroutesDialect withApiKey(@Nullable String apiKey, Json json) {
        String key = apiKey == null ? "" : apiKey.strip();
        if (key.isEmpty()) {
            return new ChatroutesDialect(ChatroutesDialect::noKey, json);
        }
        HttpHeader header = new HttpHeader("Authorization", "ApiKey " + key);
        return new ChatroutesDialect(() -> header, json);
    }

    /** Calls under a bearer token that {@link BearerTransport} fills in. */
    public static ChatroutesDialect withBearer(Json json) {
        return new ChatroutesDialect(() -> BearerTransport.MARK, json);
    }

    /** The wait that an answer states in its body, for {@code RetryingTransport}. */
    public Optional<Duration> waitInBody(HttpResponse response) {
        return faults.waitInBody(response);
    }

    @Override
    public String provider() {
        return SCHEME;
    }

    /** Base URLs of the two official clients differ by this prefix; either may be configured. */
    @Override
    public String pathPrefix() {
        return "/api/v1";
    }

    @Override
    public List<HttpHeader> headers(BoundCall call) {
        boolean authorized = ChatroutesOperations.authorized(call.operation());
        return new RequestHeaders()
                .setAll(authorized ? List.of(authorization.get()) : List.of())
                .set("Content-Type", "application/json")
                .set("Accept", call.operation().streams() ? "text/event-stream" : "*/*")
                .setAll(call.headers())
                .list();
    }

    @Override
    public boolean keyed(Operation operation) {
        return false;
    }

    @Override
    public Opened open(BoundCall call, HttpResponse response) {
        return envelope.open(call, response, faults);
    }

    @Override
    public ErrorDetails fault(BoundCall call, HttpResponse response) {
        return faults.read(call.operation(), response);
    }

    private static HttpHeader noKey() {
        throw new InvalidRequestException(ErrorDetails.of(
                "apiKey is missing; set it on the chatroutes component or use authMode=bearer. Nothing was sent"));
    }

    @Override
    public String toString() {
        return "ChatroutesDialect[]";
    }
}
