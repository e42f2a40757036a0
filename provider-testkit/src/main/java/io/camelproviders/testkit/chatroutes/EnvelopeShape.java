/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import io.camelproviders.testkit.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes in which responses are known to come. */
public enum EnvelopeShape {
    /** {@code {"success":true,"data":{"conversation":{…}}}}. */
    STANDARD,
    /** {@code {"success":true,"conversation":{…}}}. */
    TOP_LEVEL,
    /** {@code {"success":true,"data":{…the conversation…}}}. */
    DATA_ONLY,
    /** The conversation itself; a list stays below its key. */
    NONE;

    /** @param key the name of the value below {@code data}; empty if the value is the data itself */
    Object wrap(String key, Object value) {
        Object named = key.isEmpty() ? value : Json.object(key, value);
        Map<String, @Nullable Object> whole = Json.object("success", true);
        switch (this) {
            case STANDARD -> whole.put("data", named);
            case DATA_ONLY -> whole.put("data", value);
            case TOP_LEVEL -> {
                if (named instanceof Map<?, ?> fields) {
                    fields.forEach((name, field) -> whole.put(String.valueOf(name), field));
                } else {
                    whole.put("data", named);
                }
            }
            case NONE -> {
                return value instanceof Map ? value : named;
            }
        }
        return whole;
    }
}
