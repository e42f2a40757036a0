/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.operation.RequestHeaders;
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
public final class ChatroutesProtocol implements ProviderProtocol {

    /** Scheme of the component. */
    public static final String SCHEME = "chatroutes";

    private final Supplier<HttpHeader> authorization;
    private final Envelope envelope;
    private final ErrorBodyReader faults;

    /**
     * @param authorization the header of each call; asked anew each time; may fail with {@code InvalidRequestException}
     * @param json reads answers
     */
    public ChatroutesProtocol(Supplier<HttpHeader> authorization, Json json) {
        this.authorization = authorization;
        this.envelope = new Envelope(json);
        this.faults = new ErrorBodyReader(json);
    }

    /** Calls under an API key; blanks around it are dropped; null or empty fails each call that needs it before it is sent. */
    public static ChatroutesProtocol withApiKey(@Nullable String apiKey, Json json) {
        String key = apiKey == null ? "" : apiKey.strip();
        if (key.isEmpty()) {
            return new ChatroutesProtocol(ChatroutesProtocol::noKey, json);
        }
        HttpHeader header = new HttpHeader("Authorization", "ApiKey " + key);
        return new ChatroutesProtocol(() -> header, json);
    }

    /** Calls under a bearer token that {@link BearerTransport} fills in. */
    public static ChatroutesProtocol withBearer(Json json) {
        return new ChatroutesProtocol(() -> BearerTransport.MARK, json);
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
    public List<HttpHeader> headers(OperationCall call) {
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
    public Decoded decode(OperationCall call, HttpResponse response) {
        return envelope.decode(call, response, faults);
    }

    @Override
    public ErrorDetails fault(OperationCall call, HttpResponse response) {
        return faults.read(call.operation(), response);
    }

    /** An object with {@code success} false and an {@code error}. */
    @Override
    public boolean isProviderError(HttpResponse response) {
        return faults.isEnvelope(response);
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
