/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.http.HttpHeader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inputs of a call, written down. */
final class MapCallInputs implements CallInputs {

    private final Map<String, Object> uri = new LinkedHashMap<>();
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final Map<String, Object> fallbacks = new LinkedHashMap<>();
    private final Map<String, Object> extras = new LinkedHashMap<>();
    private final List<HttpHeader> httpHeaders = new ArrayList<>();
    private @Nullable Object body;
    private @Nullable String key;
    private boolean textInput = true;
    private @Nullable String responseOf;
    private Charset charset = StandardCharsets.UTF_8;

    MapCallInputs uri(String name, Object value) {
        uri.put(name, value);
        return this;
    }

    MapCallInputs header(String suffix, Object value) {
        headers.put(suffix, value);
        return this;
    }

    MapCallInputs fallback(String name, Object value) {
        fallbacks.put(name, value);
        return this;
    }

    MapCallInputs extra(String name, Object value) {
        extras.put(name, value);
        return this;
    }

    MapCallInputs http(String name, String value) {
        httpHeaders.add(new HttpHeader(name, value));
        return this;
    }

    MapCallInputs body(@Nullable Object value) {
        body = value;
        return this;
    }

    MapCallInputs key(String value) {
        key = value;
        return this;
    }

    MapCallInputs json() {
        textInput = false;
        return this;
    }

    /** Notes the body as the response of a call. */
    MapCallInputs responseOf(String operation) {
        responseOf = operation;
        return this;
    }

    MapCallInputs charset(Charset value) {
        charset = value;
        return this;
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public @Nullable String responseOf() {
        return responseOf;
    }

    @Override
    public @Nullable Object uri(String optionName) {
        return uri.get(optionName);
    }

    @Override
    public @Nullable Object header(String headerSuffix) {
        return headers.get(headerSuffix);
    }

    @Override
    public @Nullable Object fallback(String optionName) {
        return fallbacks.get(optionName);
    }

    @Override
    public Map<String, Object> extras() {
        return extras;
    }

    @Override
    public @Nullable Object body() {
        return body;
    }

    @Override
    public boolean textInput() {
        return textInput;
    }

    @Override
    public List<HttpHeader> httpHeaders() {
        return httpHeaders;
    }

    @Override
    public @Nullable String idempotencyKey() {
        return key;
    }

    @Override
    public @Nullable Duration requestTimeout() {
        return null;
    }
}
