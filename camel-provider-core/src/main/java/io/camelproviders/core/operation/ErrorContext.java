/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.FieldError;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a failure gets its context (provider, operation, status, request id, attempts, header fields, an
 * excerpt of the body) and loses its secrets: those of the endpoint, and those that the call itself sent in its body,
 * query or headers. The latter are collected only when a call fails, so nothing is kept of them.
 */
final class ErrorContext {

    private static final int MAX_BODY = 8 * 1024;

    private final String provider;
    private final OperationCall call;
    private final Secrets endpoint;
    private final Secrets own = Secrets.of();

    ErrorContext(String provider, OperationCall call, Secrets endpoint) {
        this.provider = provider;
        this.call = call;
        this.endpoint = endpoint;
        collect("", "", call.body());
        call.query().forEach((name, value) -> collect("", name, value));
        for (HttpHeader header : call.headers()) {
            collect("", header.name(), header.value());
        }
    }

    /** The same failure with everything that is known about it, masked. */
    ProviderException add(ProviderException failure, @Nullable HttpResponse response) {
        ErrorDetails known = failure.details();
        String id = known.requestId();
        ErrorDetails.Builder details = known.toBuilder()
                .provider(provider)
                .operation(call.operation().name())
                .message(mask(known.message()))
                .code(masked(known.code()))
                .fieldErrors(known.fieldErrors().stream()
                        .map(error -> new FieldError(mask(error.path()), mask(error.message())))
                        .toList())
                .requestId(masked(id == null ? call.requestId() : id))
                .extra(masked(known.extra()))
                .body(masked(known.body()));
        if (response == null) {
            return failure.with(details.build());
        }
        String sent = response.head().header("X-Request-Id").orElse(call.requestId());
        return failure.with(details.status(response.status())
                .attempts(response.attempts())
                .requestId(masked(id == null ? sent : id))
                .extra(withHeaders(masked(known.extra()), response.head()))
                .body(excerpt(response.body()))
                .build());
    }

    private void collect(String parent, String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((field, nested) -> collect(name, String.valueOf(field), nested));
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> collect(parent, name, item));
        } else if (value != null && LogText.isSecretName(parent, name)) {
            own.add(value.toString());
        }
    }

    private String mask(String text) {
        return own.mask(endpoint.mask(text));
    }

    private @Nullable String masked(@Nullable String text) {
        return text == null ? null : mask(text);
    }

    private Map<String, Object> masked(Map<String, Object> extra) {
        Map<String, Object> out = new LinkedHashMap<>();
        extra.forEach((name, value) -> out.put(name, value instanceof String text ? mask(text) : value));
        return out;
    }

    private Map<String, Object> withHeaders(Map<String, Object> extra, ResponseHead head) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpHeader header : head.headers()) {
            if (!header.name().toLowerCase(Locale.ROOT).startsWith("set-cookie")) {
                headers.merge(header.name(), mask(header.value()), (first, next) -> first + ", " + next);
            }
        }
        extra.putIfAbsent(ErrorDetails.HEADERS, headers);
        return extra;
    }

    /** Masked first and cut then, so that no half secret stays at the cut. */
    private @Nullable String excerpt(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        int bytes = Math.min(body.length, MAX_BODY + 4 * Math.max(endpoint.longest(), own.longest()));
        String text = mask(new String(body, 0, bytes, StandardCharsets.UTF_8));
        return text.length() > MAX_BODY ? text.substring(0, MAX_BODY) : text;
    }
}
