/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.FieldError;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the console's error bodies: {@code {message: text or list, error, code, statusCode, request_id}}. */
final class BimpeaiErrors {

    private static final String VALIDATION = "validation_error";
    private static final int MOST_FIELD_ERRORS = 100;
    private static final int LONGEST_NUMBER = 18;

    private final Json json;

    BimpeaiErrors(Json json) {
        this.json = json;
    }

    ErrorDetails of(HttpResponse response) {
        Map<?, ?> body = body(response.body());
        List<String> messages = texts(body.get("message"));
        String code = text(body.get("code"));
        boolean fields = response.status() == 400 && VALIDATION.equals(code) && body.get("message") instanceof List;
        String requestId = response.head().header("X-Request-Id").orElse(text(body.get("request_id")));
        return ErrorDetails.builder(messages.isEmpty() ? "HTTP " + response.status() : String.join("; ", messages))
                .status(response.status())
                .code(code)
                .fromProvider(isEnvelope(body))
                .requestId(requestId)
                .fieldErrors(
                        fields
                                ? messages.stream()
                                        .limit(MOST_FIELD_ERRORS)
                                        .map(BimpeaiErrors::fieldError)
                                        .toList()
                                : List.of())
                .extra(limits(response.head()))
                .build();
    }

    /** Whether a failing response is the console's own error; an ingress or a proxy in front of it sends something else. */
    boolean isEnvelope(HttpResponse response) {
        return isEnvelope(body(response.body()));
    }

    private static boolean isEnvelope(Map<?, ?> body) {
        return body.get("message") != null
                && Stream.of("code", "request_id", "statusCode").anyMatch(name -> body.get(name) != null);
    }

    private Map<?, ?> body(byte[] bytes) {
        try {
            return bytes.length > 0 && json.plain(bytes) instanceof Map<?, ?> map ? map : Map.of();
        } catch (DecodeException e) {
            // A proxy's page, say: the status tells what there is to tell.
            return Map.of();
        }
    }

    /** {@code "name: must not be empty"} is about a field; a text without a colon is about none. */
    private static FieldError fieldError(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new FieldError("", text.strip())
                : new FieldError(
                        text.substring(0, colon).strip(),
                        text.substring(colon + 1).strip());
    }

    private static List<String> texts(@Nullable Object message) {
        if (message instanceof String text) {
            return text.isBlank() ? List.of() : List.of(text);
        }
        return message instanceof List<?> list
                ? list.stream()
                        .map(BimpeaiErrors::text)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? text : null;
    }

    /** Rate limit figures: {@code limit}, {@code remaining}, {@code reset_at} (epoch seconds). */
    private static Map<String, Object> limits(ResponseHead head) {
        Map<String, Object> extra = new LinkedHashMap<>();
        put(extra, head, "limit", "X-RateLimit-Limit");
        put(extra, head, "remaining", "X-RateLimit-Remaining");
        put(extra, head, "reset_at", "X-RateLimit-Reset");
        return extra;
    }

    private static void put(Map<String, Object> extra, ResponseHead head, String name, String header) {
        head.header(header)
                .filter(value -> value.length() <= LONGEST_NUMBER && value.matches("\\d+"))
                .ifPresent(value -> extra.put(name, Long.valueOf(value)));
    }
}
