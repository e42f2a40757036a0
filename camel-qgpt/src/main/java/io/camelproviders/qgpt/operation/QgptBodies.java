/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives request bodies the shape that Pieces OS wants, where a route gave less. */
public final class QgptBodies {

    private static final List<String> OF_THE_INPUT = List.of("query", "model", "application");

    private QgptBodies() {}

    /** {@code question} and {@code hints} need {@code relevant}, even if it is empty. */
    public static @Nullable Map<String, Object> complete(String operation, @Nullable Map<String, Object> body) {
        if (body == null
                || body.get("relevant") != null
                || !(operation.equals("question") || operation.equals("hints"))) {
            return body;
        }
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put("relevant", nothing());
        return changed;
    }

    /**
     * A message to the stream: a bare {@code query}, {@code model} or {@code application} goes into the
     * {@code relevance} input if there is one, else into the {@code question}, which is made if need be. What those
     * inputs hold already counts more. {@code stop} and {@code reset} that are false are left out.
     */
    public static Map<String, Object> stream(Map<String, Object> body) {
        Map<String, Object> message = new LinkedHashMap<>(body);
        message.values().removeIf(value -> value == null);
        message.remove("stop", false);
        message.remove("reset", false);
        Map<String, Object> bare = new LinkedHashMap<>();
        for (String name : OF_THE_INPUT) {
            Object value = message.remove(name);
            if (value != null) {
                bare.put(name, value);
            }
        }
        if (message.containsKey("stop") || message.containsKey("reset")) {
            return message;
        }
        String kind = message.containsKey("relevance") && !message.containsKey("question") ? "relevance" : "question";
        if (!bare.isEmpty() || message.containsKey(kind)) {
            bare.putAll(object(message.get(kind)));
            message.put(kind, kind.equals("question") ? complete(kind, bare) : bare);
        }
        return message;
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> fields.put(String.valueOf(name), field));
        }
        return fields;
    }

    private static Map<String, Object> nothing() {
        return Map.of("iterable", List.of());
    }
}
