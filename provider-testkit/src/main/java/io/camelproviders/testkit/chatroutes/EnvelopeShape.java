/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import java.util.LinkedHashMap;
import java.util.Map;

/** The shapes in which answers are known to come. */
public enum EnvelopeShape {
    /** {@code {"success":true,"data":{"conversation":{…}}}}. */
    STANDARD,
    /** {@code {"success":true,"conversation":{…}}}. */
    TOP_LEVEL,
    /** {@code {"success":true,"data":{…the conversation…}}}. */
    DATA_ONLY,
    /** The conversation itself; a list stays below its key. */
    NONE;

    Object wrap(Reply reply) {
        Map<String, Object> inner = new LinkedHashMap<>();
        if (!reply.key().isEmpty()) {
            inner.put(reply.key(), reply.value());
        }
        inner.putAll(reply.beside());
        Object named = reply.key().isEmpty() ? reply.value() : inner;
        if (reply.bare()) {
            return named;
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("success", true);
        switch (this) {
            case STANDARD -> whole.put("data", named);
            case TOP_LEVEL -> spread(whole, named);
            case DATA_ONLY -> {
                whole.put("data", reply.value());
                whole.putAll(reply.beside());
            }
            case NONE -> {
                return reply.value() instanceof Map ? reply.value() : named;
            }
        }
        return whole;
    }

    private static void spread(Map<String, Object> whole, Object named) {
        if (named instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> whole.put(String.valueOf(name), value));
        } else {
            whole.put("data", named);
        }
    }
}
