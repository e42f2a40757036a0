/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LogText;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells Jackson's failures without the text that failed: its own messages quote values, and values can be secrets. For
 * the same reason its exceptions are not kept as causes.
 */
final class JsonErrors {

    private static final int PATH_LENGTH = 200;

    private JsonErrors() {}

    static DecodeException unreadable(String expected, Throwable failure) {
        return new DecodeException(ErrorDetails.of("expected " + expected + ", got " + what(jackson(failure))));
    }

    static InvalidRequestException unwritable(Throwable failure) {
        JsonProcessingException cause = jackson(failure);
        if (cause != null && cause.getCause() instanceof InvalidRequestException ours) {
            return ours;
        }
        return new InvalidRequestException(
                ErrorDetails.of("a value has no JSON form" + (cause == null ? "" : path(cause))
                        + "; use maps, lists, text, numbers, booleans or the model records"));
    }

    private static String what(@Nullable JsonProcessingException cause) {
        if (cause == null) {
            return "something else";
        }
        if (cause instanceof StreamConstraintsException) {
            return "JSON beyond a limit: " + LogText.oneLine(cause.getOriginalMessage(), PATH_LENGTH);
        }
        if (cause instanceof StreamReadException) {
            return "broken JSON" + place(cause.getLocation());
        }
        return cause instanceof InvalidDefinitionException wrong
                ? "a type that cannot be bound: " + wrong.getType()
                : "JSON of another shape" + path(cause);
    }

    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String path(JsonProcessingException cause) {
        if (!(cause instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return " at " + LogText.oneLine(path, PATH_LENGTH);
    }

    private static @Nullable JsonProcessingException jackson(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof JsonProcessingException)) {
            cause = cause.getCause();
        }
        return (JsonProcessingException) cause;
    }
}
