/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.FieldError;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.paging.PageInfo;
import io.camelproviders.core.retry.RetrySafety;
import java.util.List;
import java.util.Map;

/** The smallest protocol: no envelope, the error body is the message. */
final class PlainProtocol implements ProviderProtocol {

    @Override
    public String provider() {
        return "acme";
    }

    @Override
    public String pathPrefix() {
        return "/api/v1";
    }

    @Override
    public List<HttpHeader> headers(OperationCall call) {
        return new RequestHeaders()
                .set("Authorization", "Bearer canary-key")
                .set("Idempotency-Key", call.idempotencyKey())
                .setAll(call.headers())
                .list();
    }

    @Override
    public boolean keyed(Operation operation) {
        return operation.repeat() == RetrySafety.KEYED;
    }

    @Override
    public Decoded decode(OperationCall call, HttpResponse response) {
        Object payload = response.body().length == 0 ? null : Json.standard().plain(response.body());
        return new Decoded(payload, new PageInfo(1, null, null, null, true), Map.of("Model", "m"));
    }

    @Override
    public boolean isProviderError(HttpResponse response) {
        return response.body().length > 0;
    }

    @Override
    public ErrorDetails fault(OperationCall call, HttpResponse response) {
        String text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
        return ErrorDetails.builder(text)
                .code(text)
                .fieldErrors(text.startsWith("field") ? List.of(new FieldError("f", text)) : List.of())
                .extra(Map.of("said", text, "limit", 3))
                .build();
    }
}
