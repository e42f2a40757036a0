/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.operation.RequestHeaders;
import io.camelproviders.core.paging.PageInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the BimpeAI console speaks: bearer key, request ids, idempotency keys on writes, the envelope {@code {message, data,
 * meta}} and its error bodies. Holds the key and prints it nowhere.
 */
public final class BimpeaiProtocol implements ProviderProtocol {

    /** What stands between the base URL and every path. */
    public static final String PREFIX = "/api/v1/console";

    private static final String JSON_TYPE = "application/json";

    private final String authorization;
    private final String userAgent;
    private final Json json;
    private final BimpeaiErrors faults;

    /**
     * @param apiKey key of the console, {@code sk_…}; blanks and line ends around it are trimmed
     * @param userAgent product name and version of this library
     * @param json reads answers
     * @throws InvalidRequestException if the key is empty or holds characters that a header cannot carry
     */
    public BimpeaiProtocol(String apiKey, String userAgent, Json json) {
        String key = apiKey.strip();
        if (key.isEmpty()) {
            throw new InvalidRequestException(ErrorDetails.of("apiKey is empty; set it on the component or endpoint"));
        }
        this.authorization = new HttpHeader("Authorization", "Bearer " + key).value();
        this.userAgent = new HttpHeader("User-Agent", userAgent).value();
        this.json = json;
        this.faults = new BimpeaiErrors(json);
    }

    @Override
    public String provider() {
        return "bimpeai";
    }

    @Override
    public String pathPrefix() {
        return PREFIX;
    }

    /** The stream carries its ticket alone: no key, no ids and no header of the caller's, who may have put a key there. */
    @Override
    public List<HttpHeader> headers(OperationCall call) {
        RequestHeaders headers = new RequestHeaders();
        if (call.operation().streams()) {
            return headers.set("Accept", "text/event-stream")
                    .set("User-Agent", userAgent)
                    .list();
        }
        return headers.set("Authorization", authorization)
                .set("Accept", JSON_TYPE)
                .set("User-Agent", userAgent)
                .set("X-Request-Id", call.requestId())
                .set("Content-Type", call.body() == null ? null : JSON_TYPE)
                .set("Idempotency-Key", keyed(call.operation()) ? call.idempotencyKey() : null)
                .setAll(call.headers())
                .list();
    }

    /** Every write carries a key, deletes and the ticket too; reads never. */
    @Override
    public boolean keyed(Operation operation) {
        return !operation.method().equals("GET");
    }

    @Override
    public Decoded decode(OperationCall call, HttpResponse response) {
        boolean ignored = call.operation().result().form() == Operation.Result.Form.NOTHING;
        if (ignored && response.body().length == 0) {
            return new Decoded(null, PageInfo.NONE, Map.of());
        }
        if (response.body().length == 0) {
            throw new ProtocolException(ErrorDetails.of("the answer is empty; the console's envelope was expected"));
        }
        if (!(plain(response.body()) instanceof Map<?, ?> envelope) || !(envelope.get("message") instanceof String)) {
            throw new ProtocolException(
                    ErrorDetails.of("the answer is not the console's envelope {message, data}; check baseUrl"));
        }
        if (!envelope.containsKey("data") && faults.isEnvelope(response)) {
            throw new ProviderFaultException(faults.of(response));
        }
        return new Decoded(envelope.get("data"), page(envelope.get("meta")), Map.of());
    }

    @Override
    public ErrorDetails fault(OperationCall call, HttpResponse response) {
        return faults.of(response);
    }

    /** An object with {@code message} and one of {@code code}, {@code request_id} and {@code statusCode}. */
    @Override
    public boolean isProviderError(HttpResponse response) {
        return faults.isEnvelope(response);
    }

    private @Nullable Object plain(byte[] body) {
        try {
            return json.plain(body);
        } catch (DecodeException e) {
            throw new ProtocolException(ErrorDetails.of("the answer is not the console's envelope {message, data}: "
                    + e.details().message() + "; check baseUrl"));
        }
    }

    /** Missing or broken paging values mean that nothing was said; without a page number there is no next page. */
    private static PageInfo page(@Nullable Object meta) {
        if (!(meta instanceof Map<?, ?> said)) {
            return PageInfo.NONE;
        }
        Integer page = whole(said.get("current_page"));
        boolean next = Boolean.TRUE.equals(said.get("has_next_page")) && page != null;
        return new PageInfo(
                page, whole(said.get("limit")), whole(said.get("total_count")), whole(said.get("page_count")), next);
    }

    private static @Nullable Integer whole(@Nullable Object value) {
        return value instanceof Integer number && number >= 0 ? number : null;
    }
}
