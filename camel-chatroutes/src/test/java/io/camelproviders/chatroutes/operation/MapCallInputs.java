/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.operation.CallInputs;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a call: options of an endpoint URI and a body. */
record MapCallInputs(Map<String, Object> options, @Nullable Object content) implements CallInputs {

    @Override
    public @Nullable Object uri(String optionName) {
        return options.get(optionName);
    }

    @Override
    public @Nullable Object header(String headerSuffix) {
        return null;
    }

    @Override
    public @Nullable Object fallback(String optionName) {
        return null;
    }

    @Override
    public Map<String, Object> extras() {
        return Map.of();
    }

    @Override
    public @Nullable Object body() {
        return content;
    }

    @Override
    public boolean textInput() {
        return true;
    }

    @Override
    public List<HttpHeader> httpHeaders() {
        return List.of();
    }

    @Override
    public @Nullable String idempotencyKey() {
        return null;
    }

    @Override
    public @Nullable Duration requestTimeout() {
        return null;
    }
}
