/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.schema;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against the subset of JSON Schema (2020-12) that structured outputs use: {@code type}, {@code enum},
 * {@code const}, {@code properties}, {@code required}, {@code additionalProperties}, {@code items}, {@code minItems},
 * {@code maxItems}, {@code minimum}, {@code maximum}, {@code minLength}, {@code maxLength}, {@code pattern},
 * {@code anyOf}, {@code oneOf}, {@code allOf}. Other keywords are not looked at, {@code $ref} and {@code format}
 * included.
 *
 * <p>Patterns and the texts they meet are bounded, because an expression can take exponential time; a longer one is not
 * applied. The whole check is bounded too.
 */
final class SchemaCheck {

    /** What makes an object a schema. */
    static final Set<String> KEYWORDS = Set.of(
            "type",
            "enum",
            "const",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "anyOf",
            "oneOf",
            "allOf",
            "$schema",
            "$ref",
            "$defs");

    private static final int LONGEST_PATTERN = 200;
    private static final int LONGEST_MATCHED = 1_000;
    private static final Pattern NESTED_REPETITION =
            Pattern.compile("[+*}]\\)[+*{]|\\([^)]*\\|[^)]*\\)[+*{]|\\\\[1-9]");
    private static final int DEEPEST = 100;
    private static final int MOST_COMPLAINTS = 100;

    private final Map<String, Object> schema;

    SchemaCheck(Map<String, Object> schema) {
        this.schema = schema;
    }

    /** What does not fit, each with its place; empty if all does. */
    List<String> complaints(@Nullable Object value) {
        List<String> complaints = new ArrayList<>();
        check(schema, value, "", 0, complaints);
        return complaints;
    }

    private void check(@Nullable Object rule, @Nullable Object value, String at, int depth, List<String> out) {
        if (out.size() >= MOST_COMPLAINTS || depth > DEEPEST) {
            return;
        }
        if (Boolean.FALSE.equals(rule)) {
            out.add(place(at) + " is not allowed");
        }
        if (!(rule instanceof Map<?, ?> keywords)) {
            return;
        }
        if (!type(keywords.get("type"), value)) {
            out.add(place(at) + " should be " + keywords.get("type") + ", is " + kind(value));
            return;
        }
        choices(keywords, value, at, out);
        combinations(keywords, value, at, depth, out);
        if (value instanceof Map<?, ?> object) {
            object(keywords, object, at, depth, out);
        } else if (value instanceof List<?> array) {
            array(keywords, array, at, depth, out);
        } else if (value instanceof String text) {
            text(keywords, text, at, out);
        } else if (value instanceof Number number) {
            bound(keywords.get("minimum"), number, -1, place(at) + " is below the minimum", out);
            bound(keywords.get("maximum"), number, 1, place(at) + " is above the maximum", out);
        }
    }

    private static void choices(Map<?, ?> keywords, @Nullable Object value, String at, List<String> out) {
        if (keywords.get("enum") instanceof Collection<?> allowed
                && allowed.stream().noneMatch(one -> same(one, value))) {
            out.add(place(at) + " is none of the allowed values");
        }
        if (keywords.containsKey("const") && !same(keywords.get("const"), value)) {
            out.add(place(at) + " is not the constant");
        }
    }

    private void combinations(Map<?, ?> keywords, @Nullable Object value, String at, int depth, List<String> out) {
        if (keywords.get("allOf") instanceof List<?> all) {
            all.forEach(rule -> check(rule, value, at, depth + 1, out));
        }
        if (keywords.get("anyOf") instanceof List<?> any && fitting(any, value, depth) == 0) {
            out.add(place(at) + " fits none of anyOf");
        }
        if (keywords.get("oneOf") instanceof List<?> one) {
            long fits = fitting(one, value, depth);
            if (fits != 1) {
                out.add(place(at) + " fits " + fits + " of oneOf");
            }
        }
    }

    private long fitting(List<?> rules, @Nullable Object value, int depth) {
        return rules.stream()
                .filter(rule -> {
                    List<String> own = new ArrayList<>();
                    check(rule, value, "", depth + 1, own);
                    return own.isEmpty();
                })
                .count();
    }

    private void object(Map<?, ?> keywords, Map<?, ?> object, String at, int depth, List<String> out) {
        if (keywords.get("required") instanceof Collection<?> required) {
            for (Object name : required) {
                if (!object.containsKey(name)) {
                    out.add(place(at + "." + name) + " is missing");
                }
            }
        }
        Map<?, ?> properties = keywords.get("properties") instanceof Map<?, ?> known ? known : Map.of();
        Object others = keywords.get("additionalProperties");
        object.forEach((name, value) -> {
            Object rule = properties.containsKey(name) ? properties.get(name) : others;
            check(rule, value, at + "." + name, depth + 1, out);
        });
    }

    private void array(Map<?, ?> keywords, List<?> array, String at, int depth, List<String> out) {
        bound(keywords.get("minItems"), array.size(), -1, place(at) + " has too few items", out);
        bound(keywords.get("maxItems"), array.size(), 1, place(at) + " has too many items", out);
        if (keywords.containsKey("items")) {
            for (int i = 0; i < array.size() && out.size() < MOST_COMPLAINTS; i++) {
                check(keywords.get("items"), array.get(i), at + "[" + i + "]", depth + 1, out);
            }
        }
    }

    private static void text(Map<?, ?> keywords, String text, String at, List<String> out) {
        int length = text.codePointCount(0, text.length());
        bound(keywords.get("minLength"), length, -1, place(at) + " is too short", out);
        bound(keywords.get("maxLength"), length, 1, place(at) + " is too long", out);
        if (keywords.get("pattern") instanceof String pattern && applicable(pattern, text)) {
            try {
                if (!Pattern.compile(pattern).matcher(text).find()) {
                    out.add(place(at) + " does not match the pattern");
                }
            } catch (PatternSyntaxException e) {
                out.add(place(at) + " has a pattern that is none");
            }
        }
    }

    /** Short, and without a repeated group that repeats or chooses, or a back-reference: these take time without bound. */
    private static boolean applicable(String pattern, String text) {
        return pattern.length() <= LONGEST_PATTERN
                && text.length() <= LONGEST_MATCHED
                && !NESTED_REPETITION.matcher(pattern).find();
    }

    private static void bound(@Nullable Object limit, Number value, int wrong, String complaint, List<String> out) {
        if (limit instanceof Number number && Integer.signum(exact(value).compareTo(exact(number))) == wrong) {
            out.add(complaint);
        }
    }

    private static boolean type(@Nullable Object type, @Nullable Object value) {
        if (type instanceof Collection<?> several) {
            return several.stream().anyMatch(one -> type(one, value));
        }
        return switch (type == null ? "" : type.toString()) {
            case "null" -> value == null;
            case "boolean" -> value instanceof Boolean;
            case "string" -> value instanceof String;
            case "number" -> value instanceof Number;
            case "integer" -> value instanceof Number number && whole(number);
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> true;
        };
    }

    private static boolean whole(Number number) {
        if (!(number instanceof Double || number instanceof Float || number instanceof BigDecimal)) {
            return true;
        }
        double value = number.doubleValue();
        return Double.isFinite(value) && value == Math.rint(value);
    }

    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number first && b instanceof Number second) {
            return exact(first).compareTo(exact(second)) == 0;
        }
        if (a instanceof List<?> first && b instanceof List<?> second) {
            return first.size() == second.size()
                    && java.util.stream.IntStream.range(0, first.size())
                            .allMatch(i -> same(first.get(i), second.get(i)));
        }
        if (a instanceof Map<?, ?> first && b instanceof Map<?, ?> second) {
            return new HashSet<Object>(first.keySet()).equals(second.keySet())
                    && first.entrySet().stream().allMatch(entry -> same(entry.getValue(), second.get(entry.getKey())));
        }
        return Objects.equals(a, b);
    }

    private static BigDecimal exact(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        return new BigDecimal(number.toString());
    }

    private static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "object";
        }
        if (value instanceof List) {
            return "array";
        }
        return value instanceof String ? "string" : value instanceof Boolean ? "boolean" : "number";
    }

    private static String place(String at) {
        return at.isEmpty() ? "the value" : at.substring(at.startsWith(".") ? 1 : 0);
    }
}
