/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that has found its operation.
 *
 * @param request as it came
 * @param ids path ids by placeholder
 * @param user the user behind it; empty where none is needed
 */
record Call(Request request, Map<String, String> ids, Map<String, Object> user) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String id(String name) {
        return String.valueOf(ids.get(name));
    }

    String userId() {
        return String.valueOf(user.get("id"));
    }

    /** The fields of the body; none for an empty one, which the official Python client sends for an empty object. */
    Map<String, Object> fields() {
        if (request.bodyText().isBlank()) {
            return Map.of();
        }
        JsonNode body;
        try {
            body = request.json();
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("The body is not JSON");
        }
        if (!body.isObject()) {
            throw Refused.invalid("The body is no object");
        }
        return JSON.convertValue(body, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    String required(String name) {
        Object value = fields().get(name);
        if (!(value instanceof String text) || text.isEmpty()) {
            throw Refused.invalid(name + " is required");
        }
        return text;
    }

    @Nullable
    String optional(String name) {
        return fields().get(name) instanceof String text && !text.isEmpty() ? text : null;
    }

    @Nullable
    String query(String name) {
        String value = request.query().get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    int number(String name, int otherwise) {
        String value = query(name);
        try {
            return value == null ? otherwise : Math.max(1, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw Refused.invalid(name + " must be a number");
        }
    }
}
