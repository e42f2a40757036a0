/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.operation;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.ProviderException;
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
 * How iGPT speaks: a bearer key, no envelope, and errors that come as an ordinary 200 with a field {@code error}.
 * Immutable and thread-safe.
 */
public final class IgptProtocol implements ProviderProtocol {

    /** Scheme of the component. */
    public static final String SCHEME = "igpt";

    private static final String CLIENT = "camel-igpt";

    private final String key;
    private final Json json;

    /**
     * @param apiKey key of the service; blanks around it are dropped; null or empty fails each call before it is sent
     * @param json reads answers
     */
    public IgptProtocol(@Nullable String apiKey, Json json) {
        this.key = apiKey == null ? "" : apiKey.strip();
        this.json = json;
    }

    @Override
    public String provider() {
        return SCHEME;
    }

    @Override
    public String pathPrefix() {
        return "";
    }

    @Override
    public List<HttpHeader> headers(OperationCall call) {
        if (key.isEmpty()) {
            throw new InvalidRequestException(
                    ErrorDetails.builder("apiKey is missing; set it on the igpt component. Nothing was sent")
                            .code(IgptErrors.AUTH)
                            .build());
        }
        return new RequestHeaders()
                .set("Authorization", "Bearer " + key)
                .set("Content-Type", "application/json")
                .set("Accept", "*/*")
                .set("X-Client", CLIENT)
                .setAll(call.headers())
                .list();
    }

    /** The provider knows no idempotency keys. */
    @Override
    public boolean keyed(Operation operation) {
        return false;
    }

    @Override
    public Decoded decode(OperationCall call, HttpResponse response) {
        Object payload = payload(response);
        ProviderException fault = IgptErrors.inAnswer(payload, response.status());
        if (fault != null) {
            throw fault;
        }
        return new Decoded(payload, PageInfo.NONE, new ResponseMetadata(json).of(payload));
    }

    @Override
    public ErrorDetails fault(OperationCall call, HttpResponse response) {
        ErrorDetails.Builder details =
                ErrorDetails.builder(advice(response.status())).status(response.status());
        Object body = plainOrNull(response.body());
        if (body instanceof Map<?, ?> map && map.get("error") != null) {
            IgptErrors.describe(details, map);
        }
        return details.build();
    }

    /** An object with the field {@code error}. */
    @Override
    public boolean isProviderError(HttpResponse response) {
        return plainOrNull(response.body()) instanceof Map<?, ?> map && map.get("error") != null;
    }

    private @Nullable Object payload(HttpResponse response) {
        try {
            return json.plain(response.body());
        } catch (DecodeException e) {
            throw new DecodeException(
                    e.details().toBuilder()
                            .message("the answer is no JSON (" + what(response) + "): "
                                    + e.details().message())
                            .code(IgptErrors.INVALID_JSON_RESPONSE)
                            .build(),
                    e);
        }
    }

    private static String what(HttpResponse response) {
        if (response.body().length == 0) {
            return "empty";
        }
        String type = response.head().mediaType();
        return type.isEmpty() ? "without a media type" : "media type " + LogText.oneLine(type, 80);
    }

    private @Nullable Object plainOrNull(byte[] body) {
        try {
            return json.plain(body);
        } catch (DecodeException e) {
            // The status alone says what happened; a body that is no JSON (a proxy's page) adds nothing to it.
            return null;
        }
    }

    private static String advice(int status) {
        return switch (status) {
            case 401, 403 -> "the key was refused; check apiKey";
            case 404 -> "no such operation at this address; check baseUrl";
            case 429 -> "too many requests; send fewer or later";
            default -> status >= 500 ? "the provider failed; try again later" : "the provider refused the request";
        };
    }
}
