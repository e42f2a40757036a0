/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ModelFields;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code param.<wire_name>} options: JSON is parsed (scalars, objects and arrays), quotes keep text, dots nest. A known
 * text field takes everything as text, so that a phone number stays one. Secrets are refused: a URI is printed in many
 * places.
 */
final class ParamOptions {

    private static final String PREFIX = "param.";
    private static final int MAX_DEPTH = 20;
    private static final int MAX_DIGITS = 1_000;
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private ParamOptions() {}

    /**
     * Refuses options that would put a secret into a URI, by their own name or by a name in their JSON value.
     *
     * @throws InvalidRequestException naming the option, never its value
     */
    static void check(Map<String, Object> params) {
        params.forEach((name, value) -> {
            String parent = "";
            for (String step : steps(name)) {
                if (LogText.isSecretName(parent, step)) {
                    throw secret(name);
                }
                parent = step;
            }
            if (value instanceof String text && (text.startsWith("{") || text.startsWith("["))) {
                refuseSecrets(name, parent, documentOrNull(text));
            }
        });
    }

    private static void refuseSecrets(String name, String parent, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((field, nested) -> {
                if (LogText.isSecretName(parent, String.valueOf(field))) {
                    throw secret(name);
                }
                refuseSecrets(name, String.valueOf(field), nested);
            });
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> refuseSecrets(name, parent, item));
        }
    }

    private static InvalidRequestException secret(String name) {
        return fault(
                name,
                "holds a secret, and URIs are printed in logs and events; set it in the message body, as a field of a"
                        + " Map, of JSON or of a request record");
    }

    private static String[] steps(String name) {
        String[] steps = bare(name).split("\\.", MAX_DEPTH + 1);
        if (steps.length > MAX_DEPTH) {
            throw fault(name, "nests too deep");
        }
        return steps;
    }

    /** Puts the extras into the body's fields, overriding existing ones. */
    static void into(Map<String, Object> fields, Map<String, Object> extras, ModelFields model) {
        extras.forEach((name, value) -> put(fields, steps(name), value, model));
    }

    /** The wire name without the option's prefix. */
    static String bare(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    /**
     * The value behind an option's text.
     *
     * @param name of the option, for error texts
     */
    static @Nullable Object parse(@Nullable Object value, boolean textField, String name) {
        if (!(value instanceof String text)) {
            return value;
        }
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            return text.substring(1, text.length() - 1);
        }
        if (text.equals("null")) {
            return null;
        }
        if (textField) {
            return text;
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            return document(text, name);
        }
        if (text.length() > MAX_DIGITS) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.matcher(text).matches()) {
            return new BigInteger(text);
        }
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : text;
    }

    private static Object document(String text, String name) {
        Object document = documentOrNull(text);
        if (document == null) {
            throw fault(
                    name, "begins like a JSON object or array and is none; put quotes around it to send it as text");
        }
        return document;
    }

    private static @Nullable Object documentOrNull(String text) {
        try {
            return Json.standard().plain(text.getBytes(StandardCharsets.UTF_8));
        } catch (DecodeException notJson) {
            return null;
        }
    }

    // The maps hold explicit nulls: the wire's null is a value like any other.
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> fields, String[] steps, @Nullable Object value, ModelFields model) {
        Map<String, Object> object = fields;
        ModelFields known = model;
        for (int i = 0; i < steps.length - 1; i++) {
            String step = known.wireName(steps[i]);
            known = known.nested(step);
            object = child(object, step);
        }
        String last = known.wireName(steps[steps.length - 1]);
        if (last.isEmpty()) {
            throw fault(String.join(".", steps), "has an empty name");
        }
        object.put(last, parse(value, known.isText(last), String.join(".", steps)));
    }

    /** The object under a name: made if there is none; copied, since it may be the caller's own. */
    private static Map<String, Object> child(Map<String, Object> object, String name) {
        Map<String, Object> child = new LinkedHashMap<>();
        if (object.get(name) instanceof Map<?, ?> there) {
            there.forEach((key, value) -> child.put(String.valueOf(key), value));
        } else if (object.get(name) != null) {
            throw fault(name, "nests into a value that is no object");
        }
        object.put(name, child);
        return child;
    }

    private static InvalidRequestException fault(String name, String why) {
        return new InvalidRequestException(
                ErrorDetails.of("option " + PREFIX + bare(name) + " " + why + "; nothing was sent"));
    }
}
