/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.common.error.ErrorDetails;
import io.camelproviders.common.http.HttpHeader;
import io.camelproviders.common.http.HttpResponse;
import io.camelproviders.common.json.Json;
import io.camelproviders.common.operation.BoundCall;
import io.camelproviders.common.operation.Operation;
import io.camelproviders.common.operation.ProviderDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How ChatRoutes speaks: {@code Authorization: ApiKey}, {@code application/json} on every request, an envelope of
 * {@code success} and {@code data} that not every answer has. There is no idempotency key and no request id. Source:
 * public ChatRoutes SDKs for Python (0.2.6) and TypeScript (0.2.0).
 */
public final class ChatroutesDialect implements ProviderDialect {

    /** Scheme of the component. */
    public static final String SCHEME = "chatroutes";

    private static final String PREFIX = "/api/v1";
    private static final HttpHeader JSON = new HttpHeader("Content-Type", "application/json");
    private static final HttpHeader ANYTHING = new HttpHeader("Accept", "*/*");
    private static final HttpHeader EVENTS = new HttpHeader("Accept", "text/event-stream");

    private final String prefix;
    private final Supplier<HttpHeader> authorization;
    private final Envelope envelope = new Envelope(Json.standard());
    private final Faults faults = new Faults(Json.standard());

    /**
     * @param baseUrl with or without {@code /api/v1}
     * @param authorization the header of each call; asked anew each time
     */
    public ChatroutesDialect(String baseUrl, Supplier<HttpHeader> authorization) {
        this.prefix = prefixBelow(baseUrl);
        this.authorization = authorization;
    }

    /** Calls under an API key. */
    public static ChatroutesDialect withApiKey(String baseUrl, String key) {
        HttpHeader header = new HttpHeader("Authorization", "ApiKey " + key);
        return new ChatroutesDialect(baseUrl, () -> header);
    }

    /** Calls under a bearer token that {@link BearerTransport} fills in. */
    public static ChatroutesDialect withBearer(String baseUrl) {
        return new ChatroutesDialect(baseUrl, () -> BearerTransport.MARK);
    }

    @Override
    public String provider() {
        return SCHEME;
    }

    @Override
    public String pathPrefix() {
        return prefix;
    }

    @Override
    public List<HttpHeader> headers(BoundCall call) {
        List<HttpHeader> headers = new ArrayList<>(3);
        if (ChatroutesOperations.authorized(call.operation())) {
            headers.add(authorization.get());
        }
        headers.add(call.operation().streams() ? EVENTS : ANYTHING);
        headers.add(JSON);
        return headers;
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

    /** Base URLs of the two official SDKs differ by the prefix; either may be configured. */
    private static String prefixBelow(String baseUrl) {
        String bare = baseUrl.strip();
        while (bare.endsWith("/")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.toLowerCase(Locale.ROOT).endsWith(PREFIX) ? "" : PREFIX;
    }

    @Override
    public String toString() {
        return "ChatroutesDialect[" + (prefix.isEmpty() ? "full base URL" : "prefix " + prefix) + ']';
    }
}
