/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.FieldError;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.retry.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads error bodies: {@code {success:false, error, message?, details?, retryAfter?}} and whatever else may come in
 * their place. The message is {@code message}, else {@code error}; the status always stays the real one.
 */
final class ErrorBodyReader {

    private static final int LONGEST_MESSAGE = 500;
    private static final int LONGEST_EXCERPT = 2_000;
    private static final int DEEPEST = 4;
    private static final double LONGEST_WAIT = 1e9;
    private static final String UNKNOWN = "An error occurred";

    private final Json json;

    ErrorBodyReader(Json json) {
        this.json = json;
    }

    static ErrorDetails.Builder blame(Operation operation, HttpResponse response) {
        return ErrorDetails.builder(UNKNOWN)
                .provider(ChatroutesProtocol.SCHEME)
                .operation(operation.name())
                .status(response.status())
                .attempts(response.attempts());
    }

    ErrorDetails read(Operation operation, HttpResponse response) {
        ErrorDetails.Builder told = blame(operation, response).body(excerpt(response.body()));
        if (blank(response.body())) {
            return told.message("the answer has no body")
                    .retryAfter(waitInHeader(response))
                    .build();
        }
        Object body;
        try {
            body = json.plain(response.body());
        } catch (DecodeException e) {
            return told.message(withoutJson(response))
                    .code(code(Map.of(), response.status()))
                    .retryAfter(waitInHeader(response))
                    .build();
        }
        Map<?, ?> fields = body instanceof Map<?, ?> map ? map : Map.of();
        String message = text(body, 0);
        told.message(message == null ? UNKNOWN : LogText.oneLine(message, LONGEST_MESSAGE))
                .code(code(fields, response.status()))
                .retryAfter(longer(wait(fields), waitInHeader(response)))
                .fieldErrors(fieldErrors(fields.get("details")));
        Object details = fields.get("details");
        return (details == null ? told : told.extra(Map.of("details", json.text(details)))).build();
    }

    boolean isEnvelope(HttpResponse response) {
        try {
            return response.body().length > 0
                    && json.plain(response.body()) instanceof Map<?, ?> body
                    && Boolean.FALSE.equals(body.get("success"))
                    && body.get("error") != null;
        } catch (DecodeException notJson) {
            return false;
        }
    }

    /** The first text that says something: of a string itself, of an object by its usual names, of a list its first item's. */
    private static @Nullable String text(@Nullable Object value, int depth) {
        if (value instanceof String said) {
            return said.isBlank() ? null : said.strip();
        }
        if (depth >= DEEPEST) {
            return null;
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : text(list.get(0), depth + 1);
        }
        if (value instanceof Map<?, ?> fields) {
            for (String name : List.of("message", "error", "detail", "details", "title", "reason", "errors", "code")) {
                String said = text(fields.get(name), depth + 1);
                if (said != null) {
                    return said;
                }
            }
        }
        return null;
    }

    private static String withoutJson(HttpResponse response) {
        String type = response.head().mediaType();
        String said = new String(response.body(), StandardCharsets.UTF_8).strip();
        return said.startsWith("<") || type.contains("html")
                ? "answered with a page instead of JSON (media type " + (type.isEmpty() ? "not given" : type)
                        + "); a proxy or a wrong baseUrl may be the cause"
                : LogText.oneLine(said, LONGEST_MESSAGE);
    }

    /** A code of the service's own where it sent one beside the message; else the one that the official clients use. */
    private static @Nullable String code(Map<?, ?> fields, int status) {
        if (fields.get("code") instanceof String own && isCode(own)) {
            return own;
        }
        if (fields.get("error") instanceof Map<?, ?> error && error.get("code") instanceof String own && isCode(own)) {
            return own;
        }
        if (fields.get("error") instanceof String own && isCode(own)) {
            return own;
        }
        return switch (status) {
            case 400 -> "VALIDATION_ERROR";
            case 401 -> "AUTHENTICATION_ERROR";
            case 404 -> "NOT_FOUND";
            case 429 -> "RATE_LIMIT_EXCEEDED";
            default -> status >= 500 ? "SERVER_ERROR" : null;
        };
    }

    private static boolean isCode(String text) {
        return text.matches("[A-Za-z0-9_.:-]{1,80}");
    }

    Optional<Duration> waitInBody(HttpResponse response) {
        boolean mayTell = !response.head().success() && !blank(response.body());
        try {
            return mayTell && json.plain(response.body()) instanceof Map<?, ?> fields
                    ? Optional.ofNullable(wait(fields))
                    : Optional.empty();
        } catch (DecodeException e) {
            // A page of a proxy tells no wait; the header may.
            return Optional.empty();
        }
    }

    private static @Nullable Duration waitInHeader(HttpResponse response) {
        return response.head()
                .header("Retry-After")
                .flatMap(value ->
                        RetryAfter.parse(value, response.head().header("Date").orElse(null), Clock.systemUTC()))
                .orElse(null);
    }

    private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }

    private static @Nullable Duration wait(Map<?, ?> fields) {
        for (Object place : new Object[] {fields, fields.get("error"), fields.get("details"), fields.get("data")}) {
            if (place instanceof Map<?, ?> object) {
                Duration said = seconds(object.get("retryAfter"));
                said = said == null ? seconds(object.get("retry_after")) : said;
                if (said != null) {
                    return said;
                }
            }
        }
        return null;
    }

    /** Seconds, rounded up to the millisecond: never earlier than told. */
    private static @Nullable Duration seconds(@Nullable Object value) {
        double seconds;
        if (value instanceof Number number) {
            seconds = number.doubleValue();
        } else if (value instanceof String text && text.strip().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            seconds = Double.parseDouble(text.strip());
        } else {
            return null;
        }
        return seconds >= 0 && seconds <= LONGEST_WAIT ? Duration.ofMillis((long) Math.ceil(seconds * 1_000)) : null;
    }

    private static List<FieldError> fieldErrors(@Nullable Object details) {
        List<FieldError> errors = new ArrayList<>();
        if (details instanceof List<?> list) {
            list.forEach(item -> {
                if (item instanceof Map<?, ?> map && map.get("message") instanceof String message) {
                    errors.add(new FieldError(path(map), message));
                }
            });
        } else if (details instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value instanceof String message) {
                    errors.add(new FieldError(String.valueOf(name), message));
                }
            });
        }
        return errors;
    }

    private static String path(Map<?, ?> error) {
        for (String name : List.of("field", "path", "param")) {
            Object value = error.get(name);
            if (value instanceof String text) {
                return text;
            }
            if (value instanceof List<?> steps) {
                return String.join(".", steps.stream().map(String::valueOf).toList());
            }
        }
        return "";
    }

    static boolean blank(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    static @Nullable String excerpt(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        String text = new String(body, 0, Math.min(body.length, 4 * LONGEST_EXCERPT), StandardCharsets.UTF_8);
        return LogText.oneLine(text, LONGEST_EXCERPT);
    }
}
