/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for text in chunks and answers whose shape is not specified. */
final class ChunkText {

    private static final List<String> PIECE = List.of("delta", "text", "content");

    private ChunkText() {}

    /** The text of a chunk: the chunk itself if it is text, else the first known field that is. */
    static String of(@Nullable Object chunk) {
        if (chunk instanceof String text) {
            return text;
        }
        if (!(chunk instanceof Map<?, ?> map)) {
            return "";
        }
        return PIECE.stream()
                .map(map::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }

    /** The text of a whole answer: itself if it is text, else its {@code output} if that is; empty if neither. */
    static String whole(@Nullable Object answer) {
        Object text = answer instanceof Map<?, ?> map ? map.get("output") : answer;
        return text instanceof String whole ? whole : "";
    }

    // The maps hold explicit nulls: the wire's null is a value like any other.
    @SuppressWarnings("NullAway")
    static Map<String, Object> fields(@Nullable Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> fields.put(String.valueOf(name), field));
        }
        return fields;
    }
}
