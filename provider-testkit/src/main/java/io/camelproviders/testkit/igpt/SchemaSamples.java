/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Creates a value that matches a JSON Schema, as a model with structured output would. */
final class SchemaSamples {

    private SchemaSamples() {}

    static Object of(JsonNode schema, String text) {
        if (schema.has("const")) {
            return scalar(schema.get("const"));
        }
        if (schema.path("enum").size() > 0) {
            return scalar(schema.path("enum").get(0));
        }
        if (schema.path("anyOf").size() > 0) {
            return of(schema.path("anyOf").get(0), text);
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "array" -> new ArrayList<>(List.of(of(schema.path("items"), text)));
            case "integer", "number" -> schema.path("minimum").asInt(1);
            case "boolean" -> true;
            case "string" -> string(schema, text);
            default -> object(schema, text);
        };
    }

    private static Object object(JsonNode schema, String text) {
        Map<String, Object> object = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(entry -> object.put(entry.getKey(), of(entry.getValue(), text)));
        return object;
    }

    private static String string(JsonNode schema, String text) {
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-01-15";
            case "date-time" -> "2026-01-15T10:00:00Z";
            case "time" -> "10:00:00Z";
            case "duration" -> "PT1H";
            case "uri" -> "https://example.com/";
            case "uuid" -> "00000000-0000-4000-8000-000000000000";
            default -> text;
        };
    }

    private static Object scalar(JsonNode value) {
        if (value.isNumber()) {
            return value.numberValue();
        }
        return value.isBoolean() ? (Object) value.asBoolean() : value.asText();
    }
}
