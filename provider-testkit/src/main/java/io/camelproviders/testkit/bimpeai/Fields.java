/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a body may hold, written as {@code "name! persona=a|b is_test:bool items:array note?"}: {@code !} required, {@code ?} may be null,
 * {@code =} one of, {@code :} a type other than string. Fields that are not named are let through.
 */
final class Fields {

    private record Field(String name, boolean required, boolean nullable, String type, List<String> allowed) {}

    private final List<Field> fields;

    private Fields(List<Field> fields) {
        this.fields = fields;
    }

    static Fields of(String spec) {
        return new Fields(Arrays.stream(spec.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(Fields::field)
                .toList());
    }

    private static Field field(String word) {
        int equals = word.indexOf('=');
        List<String> allowed =
                equals < 0 ? List.of() : List.of(word.substring(equals + 1).split("\\|", -1));
        String left = equals < 0 ? word : word.substring(0, equals);
        int colon = left.indexOf(':');
        String type = colon < 0 ? "string" : left.substring(colon + 1);
        String name = colon < 0 ? left : left.substring(0, colon);
        boolean required = name.endsWith("!");
        boolean nullable = name.endsWith("?");
        String bare = required || nullable ? name.substring(0, name.length() - 1) : name;
        return new Field(bare, required, nullable, type, allowed);
    }

    /** The same fields, none required: for updates. */
    Fields optional() {
        return new Fields(fields.stream()
                .map(field -> new Field(field.name(), false, field.nullable(), field.type(), field.allowed()))
                .toList());
    }

    /**
     * The body, checked.
     *
     * @throws ConsoleError 400 with all problems
     */
    ObjectNode read(Request request) {
        JsonNode body;
        try {
            body = request.json();
        } catch (IllegalArgumentException e) {
            throw ConsoleError.of(400, "bad_request", "The body is not JSON");
        }
        if (!(body instanceof ObjectNode object)) {
            throw ConsoleError.of(400, "bad_request", "The body is not a JSON object");
        }
        List<String> problems = new ArrayList<>();
        fields.forEach(field -> check(field, object, problems));
        if (!problems.isEmpty()) {
            throw ConsoleError.validation(problems);
        }
        return object;
    }

    private static void check(Field field, ObjectNode body, List<String> problems) {
        JsonNode value = body.path(field.name());
        if (value.isMissingNode() || value.isNull()) {
            if (field.required()) {
                problems.add(field.name() + ": is required");
            } else if (value.isNull() && !field.nullable()) {
                problems.add(field.name() + ": must not be null");
            }
        } else if (!isOfType(value, field.type())) {
            problems.add(field.name() + ": must be of type " + field.type());
        } else if (field.required() && value.isTextual() && value.asText().isEmpty()) {
            problems.add(field.name() + ": must not be empty");
        } else if (!field.allowed().isEmpty() && !field.allowed().contains(value.asText())) {
            problems.add(field.name() + ": must be one of " + String.join(", ", field.allowed()));
        }
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "bool" -> value.isBoolean();
            case "int" -> value.isIntegralNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> throw new IllegalArgumentException("No type " + type);
        };
    }
}
