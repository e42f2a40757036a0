/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which fields a JSON body may have.
 *
 * <p>Fields are separated by blanks, each written as {@code name}, then {@code !} if it is required and not empty or {@code ?} if it may
 * be null, then {@code :type} unless it is a string, {@code [min..max]} for numbers, {@code =a|b} for the allowed values, and {@code
 * {fields}} for the fields of an object or of each object in an array. Types are {@code bool}, {@code int}, {@code number}, {@code
 * array}, {@code strings} (an array of strings), {@code object} and {@code any}. For example {@code "name! tags:strings
 * age:int[0..150] role=user|assistant rules:array{id! enabled:bool}"}.
 */
public final class BodyRules {

    private record Field(
            String name,
            char mark,
            String type,
            @Nullable Double min,
            @Nullable Double max,
            List<String> allowed,
            @Nullable BodyRules nested) {}

    private static final Pattern FIELD = Pattern.compile(
            "(\\w+)([!?]?)(?::(\\w+))?(?:\\[([-.\\d]*?)\\.\\.([-.\\d]*)])?(?:=([^ {]+))?(?:\\{(.*)})?", Pattern.DOTALL);

    private final List<Field> fields;
    private final boolean partial;

    private BodyRules(List<Field> fields, boolean partial) {
        this.fields = fields;
        this.partial = partial;
    }

    /** Reads rules as described above. */
    public static BodyRules of(String rules) {
        List<Field> fields = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= rules.length(); i++) {
            char at = i == rules.length() ? ' ' : rules.charAt(i);
            depth += at == '{' ? 1 : at == '}' ? -1 : 0;
            if (at == ' ' && depth == 0) {
                if (i > start) {
                    fields.add(field(rules.substring(start, i)));
                }
                start = i + 1;
            }
        }
        return new BodyRules(List.copyOf(fields), false);
    }

    private static Field field(String text) {
        Matcher parts = FIELD.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a field: " + text);
        }
        BodyRules nested = parts.group(7) == null ? null : of(parts.group(7));
        return new Field(
                parts.group(1),
                parts.group(2).isEmpty() ? ' ' : parts.group(2).charAt(0),
                Optional.ofNullable(parts.group(3)).orElse("string"),
                number(parts.group(4)),
                number(parts.group(5)),
                parts.group(6) == null ? List.of() : List.of(parts.group(6).split("\\|", -1)),
                nested);
    }

    private static @Nullable Double number(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Double.valueOf(text);
    }

    /** The same fields, none required: for updates. */
    public BodyRules partial() {
        return new BodyRules(fields, true);
    }

    /**
     * The JSON body of a request, checked. An empty body counts as an empty object.
     *
     * @throws ServiceError 400 with all problems; also if the body is not JSON, or not sent as JSON
     */
    public ObjectNode read(Request request) {
        if (request.body().length == 0) {
            return check(Json.convert(Json.object(), ObjectNode.class));
        }
        String type = request.header("Content-Type").orElse("");
        if (!type.equals("application/json") && !type.startsWith("application/json;")) {
            throw ServiceError.of(400, "bad_request", "The Content-Type must be application/json");
        }
        JsonNode body;
        try {
            body = request.json();
        } catch (IllegalArgumentException e) {
            throw ServiceError.of(400, "bad_request", "The body is not JSON");
        }
        if (!(body instanceof ObjectNode object)) {
            throw ServiceError.of(400, "bad_request", "The body is not a JSON object");
        }
        return check(object);
    }

    /**
     * The same body, checked.
     *
     * @throws ServiceError 400 with all problems
     */
    public ObjectNode check(ObjectNode body) {
        List<String> problems = new ArrayList<>();
        check(body, "", problems);
        if (!problems.isEmpty()) {
            throw ServiceError.validation(problems);
        }
        return body;
    }

    /** Fields of the body, nested ones included, that the rules do not name. */
    public List<String> unknown(JsonNode body) {
        List<String> unknown = new ArrayList<>();
        unknown(body, "", unknown);
        return unknown;
    }

    private void unknown(JsonNode body, String path, List<String> unknown) {
        Set<String> names = new HashSet<>();
        fields.forEach(field -> names.add(field.name()));
        body.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                unknown.add(path + name);
            }
        });
        for (Field field : fields) {
            BodyRules nested = field.nested();
            JsonNode value = body.path(field.name());
            if (nested != null && value.isArray()) {
                value.forEach(item -> nested.unknown(item, path + field.name() + ".", unknown));
            } else if (nested != null) {
                nested.unknown(value, path + field.name() + ".", unknown);
            }
        }
    }

    private void check(JsonNode body, String path, List<String> problems) {
        for (Field field : fields) {
            JsonNode value = body.path(field.name());
            String name = path + field.name();
            boolean required = field.mark() == '!' && !partial;
            if (value.isMissingNode() || (value.isNull() && required)) {
                if (required) {
                    problems.add(name + ": is required");
                }
            } else if (value.isNull()) {
                if (field.mark() != '?') {
                    problems.add(name + ": must not be null");
                }
            } else {
                problem(field, required, value).ifPresent(problem -> problems.add(name + ": " + problem));
                nested(field, value, name, problems);
            }
        }
    }

    private static Optional<String> problem(Field field, boolean required, JsonNode value) {
        if (!isOfType(value, field.type())) {
            return Optional.of("must be of type " + field.type());
        }
        if (required && value.isTextual() && value.asText().isEmpty()) {
            return Optional.of("must not be empty");
        }
        if (!field.allowed().isEmpty() && !field.allowed().contains(value.asText())) {
            return Optional.of("must be one of " + String.join(", ", field.allowed()));
        }
        if (field.min() != null && value.asDouble() < field.min()) {
            return Optional.of("must not be less than " + field.min());
        }
        if (field.max() != null && value.asDouble() > field.max()) {
            return Optional.of("must not be greater than " + field.max());
        }
        return Optional.empty();
    }

    private static void nested(Field field, JsonNode value, String name, List<String> problems) {
        BodyRules nested = field.nested();
        if (nested == null) {
            return;
        }
        if (value.isObject()) {
            nested.check(value, name + ".", problems);
        }
        int index = 0;
        for (JsonNode item : value.isArray() ? value : Json.read("[]")) {
            if (item.isObject()) {
                nested.check(item, name + "." + index + ".", problems);
            } else {
                problems.add(name + "." + index + ": must be of type object");
            }
            index++;
        }
    }

    private static boolean isOfType(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "bool" -> value.isBoolean();
            case "int" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "any" -> true;
            case "strings" -> {
                boolean all = value.isArray();
                for (JsonNode item : value) {
                    all &= item.isTextual();
                }
                yield all;
            }
            default -> throw new IllegalArgumentException("No type " + type);
        };
    }
}
