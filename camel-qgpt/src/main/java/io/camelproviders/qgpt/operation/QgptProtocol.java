/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.ProviderProtocol;
import io.camelproviders.core.paging.PageInfo;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How Pieces OS speaks: no envelope, no authentication, plain lists under {@code iterable}, errors as a sentence of plain
 * text. An application id, where there is one, travels in {@code X-Application-ID}.
 */
public final class QgptProtocol implements ProviderProtocol {

    private static final int BODY_LIMIT = 2_000;

    private final Json json;
    private final @Nullable String applicationId;

    /**
     * @param applicationId id that {@code connect} gave; null for none
     */
    public QgptProtocol(Json json, @Nullable String applicationId) {
        this.json = json;
        this.applicationId = applicationId;
    }

    @Override
    public String provider() {
        return "qgpt";
    }

    @Override
    public String pathPrefix() {
        return "";
    }

    @Override
    public List<HttpHeader> headers(OperationCall call) {
        List<HttpHeader> headers = new ArrayList<>();
        headers.add(new HttpHeader("Accept", "application/json, text/plain"));
        if (call.body() != null) {
            headers.add(new HttpHeader("Content-Type", "application/json"));
        }
        if (applicationId != null) {
            headers.add(new HttpHeader("X-Application-ID", applicationId));
        }
        return headers;
    }

    @Override
    public boolean keyed(Operation operation) {
        return false;
    }

    @Override
    public Decoded decode(OperationCall call, HttpResponse response) {
        Object payload = json.plain(response.body());
        String key = call.operation().result().key();
        if (!key.isEmpty() && payload instanceof Map<?, ?> plural && plural.containsKey(key)) {
            payload = plural.get(key);
        }
        return new Decoded(payload, PageInfo.NONE, Map.of());
    }

    @Override
    public ErrorDetails fault(OperationCall call, HttpResponse response) {
        String text = new String(response.body(), StandardCharsets.UTF_8).strip();
        String said = text.isEmpty() ? "no reason given" : LogText.oneLine(text, 300);
        return ErrorDetails.builder("Pieces OS answered: " + said + advice(response.status()))
                .provider(provider())
                .operation(call.operation().name())
                .status(response.status())
                .body(text.length() > BODY_LIMIT ? text.substring(0, BODY_LIMIT) : text)
                .build();
    }

    /** Pieces OS has no error envelope: the status alone counts. */
    @Override
    public boolean isProviderError(HttpResponse response) {
        return true;
    }

    private static String advice(int status) {
        return switch (status) {
            case 401 -> "; sign in to Pieces OS, or check the API key of the model's provider";
            case 404 -> "; check the ids, and that this version of Pieces OS knows the operation";
            case 410 -> "; it is gone";
            case 429 -> "; ask less often or raise the quota";
            case 503 -> "; the engine is overloaded, ask later";
            default -> "";
        };
    }
}
