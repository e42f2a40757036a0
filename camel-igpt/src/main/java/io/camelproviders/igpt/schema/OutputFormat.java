/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.schema;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an answer is asked for: text, any JSON, or JSON of a schema. Immutable.
 *
 * <p>With a schema the answer is looked for at the top level and under {@code output}, since the provider's words differ
 * there, and must fit the schema; see {@link SchemaCheck} for what is checked.
 */
public final class OutputFormat {

    /** Plain text; the provider's default. */
    public static final OutputFormat TEXT = new OutputFormat("text", null, null);

    /** Any JSON. */
    public static final OutputFormat JSON = new OutputFormat("json", null, null);

    private static final int LONGEST_EXCERPT = 8_000;
    private static final int MOST_COMPLAINTS = 5;

    private final Object wire;
    private final @Nullable Map<String, Object> schema;
    private final @Nullable Class<?> type;

    private OutputFormat(Object wire, @Nullable Map<String, Object> schema, @Nullable Class<?> type) {
        this.wire = wire;
        this.schema = schema;
        this.type = type;
    }

    /**
     * JSON of a schema.
     *
     * @param schema a JSON Schema, or the provider's form around one: an object with {@code schema} beside
     *     {@code strict}, {@code type} and {@code name}
     * @throws InvalidRequestException if the object is neither
     */
    public static OutputFormat schema(Map<String, Object> schema) {
        if (schema.get("schema") instanceof Map<?, ?> inner && !schema.containsKey("properties")) {
            return new OutputFormat(withoutNulls(schema), named(inner), null);
        }
        if (schema.keySet().stream().noneMatch(SchemaCheck.KEYWORDS::contains)) {
            throw new InvalidRequestException(ErrorDetails.of(
                    "outputFormat is no JSON Schema: it needs type, properties or another keyword; nothing was sent"));
        }
        return new OutputFormat(wrapped(schema), schema, null);
    }

    /**
     * JSON that fits a class: the schema is derived from it, and answers are bound to it.
     *
     * @param type a record, a class with setters or fields, or an enum
     * @throws InvalidRequestException if no schema can be derived: cycles, type variables, a class without fields
     */
    public static OutputFormat of(Class<?> type) {
        Map<String, Object> schema = new SchemaGenerator().schema(type);
        return new OutputFormat(wrapped(schema), schema, type);
    }

    /**
     * Reads an option: {@code text}, {@code json}, or JSON text of a schema.
     *
     * @throws InvalidRequestException if it is none of these
     */
    public static OutputFormat parse(String option, Json json) {
        String text = option.strip();
        if (text.equalsIgnoreCase("text")) {
            return TEXT;
        }
        if (text.equalsIgnoreCase("json")) {
            return JSON;
        }
        try {
            return schema(json.map(json.tree(text.getBytes(StandardCharsets.UTF_8))));
        } catch (DecodeException e) {
            throw new InvalidRequestException(
                    ErrorDetails.of("outputFormat must be text, json, or JSON text of a schema; "
                            + e.details().message() + "; nothing was sent"),
                    e);
        }
    }

    /** The same format whose answers are also bound to a class. */
    public OutputFormat boundTo(Class<?> outputClass) {
        return new OutputFormat(wire, schema, outputClass);
    }

    /** Value of {@code output_format} in a request. */
    public Object wire() {
        return wire;
    }

    /** The schema that answers must fit. */
    public Optional<Map<String, Object>> schema() {
        return Optional.ofNullable(schema);
    }

    /** The class that answers are bound to. */
    public Optional<Class<?>> type() {
        return Optional.ofNullable(type);
    }

    /**
     * Checks an answer and gives what a route gets: the structured value of a schema, bound to the class if there is
     * one; for text and JSON the answer as it is.
     *
     * @param answer plain JSON: maps, lists, scalars
     * @throws DecodeException if the answer does not fit; {@code body()} holds it as text, cut
     */
    public @Nullable Object read(@Nullable Object answer, Json json) {
        if (schema == null && type == null) {
            return answer;
        }
        Object fitting = fitting(answer, json);
        if (type == null) {
            return fitting;
        }
        try {
            return new Binder(json).bind(fitting, type);
        } catch (DecodeException e) {
            throw unfit(
                    "cannot be bound to " + type.getSimpleName() + ": "
                            + e.details().message(),
                    answer,
                    json,
                    e);
        }
    }

    private @Nullable Object fitting(@Nullable Object answer, Json json) {
        List<@Nullable Object> candidates = candidates(answer, json);
        if (schema == null) {
            return candidates.get(0);
        }
        SchemaCheck check = new SchemaCheck(schema);
        List<String> first = List.of();
        for (Object candidate : candidates) {
            List<String> complaints = check.complaints(candidate);
            if (complaints.isEmpty()) {
                return candidate;
            }
            first = first.isEmpty() ? complaints : first;
        }
        List<String> told = first.subList(0, Math.min(first.size(), MOST_COMPLAINTS));
        throw unfit("does not fit the schema: " + String.join("; ", told), answer, json, null);
    }

    /** Where the value may stand, most likely place first: an envelope's output unless the schema itself has one. */
    private List<@Nullable Object> candidates(@Nullable Object answer, Json json) {
        List<@Nullable Object> candidates = new ArrayList<>();
        candidates.add(answer);
        boolean own = schema != null
                && schema.get("properties") instanceof Map<?, ?> properties
                && properties.containsKey("output");
        if (answer instanceof String text) {
            parsed(text, json).ifPresent(value -> candidates.add(0, value));
        }
        if (answer instanceof Map<?, ?> map && map.containsKey("output")) {
            List<@Nullable Object> inner = inner(map.get("output"), json);
            candidates.addAll(own ? candidates.size() : 0, inner);
        }
        return candidates;
    }

    private static List<@Nullable Object> inner(@Nullable Object output, Json json) {
        List<@Nullable Object> found = new ArrayList<>();
        found.add(output);
        if (output instanceof String text) {
            parsed(text, json).ifPresent(value -> found.add(0, value));
        }
        if (output instanceof Map<?, ?> map && map.containsKey("json")) {
            found.add(map.get("json"));
        }
        return found;
    }

    private static Optional<Object> parsed(String text, Json json) {
        try {
            return Optional.ofNullable(json.plain(text.getBytes(StandardCharsets.UTF_8)));
        } catch (DecodeException e) {
            // A text that is no JSON stays a text; whether the schema wants one is decided there.
            return Optional.empty();
        }
    }

    private static DecodeException unfit(String why, @Nullable Object answer, Json json, @Nullable Throwable cause) {
        String raw = answer instanceof String text ? text : json.text(answer);
        return new DecodeException(
                ErrorDetails.builder("the answer " + why)
                        .body(raw.length() > LONGEST_EXCERPT ? raw.substring(0, LONGEST_EXCERPT) : raw)
                        .build(),
                cause);
    }

    private static Map<String, Object> wrapped(Map<String, Object> schema) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("strict", true);
        wire.put("schema", schema);
        return wire;
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> map) {
        Map<String, Object> kept = new LinkedHashMap<>(map);
        kept.values().removeIf(java.util.Objects::isNull);
        return kept;
    }
}
