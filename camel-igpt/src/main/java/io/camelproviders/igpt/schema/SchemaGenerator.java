/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.schema;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Derives a JSON Schema from a class: records, classes with fields, enums, lists, maps, {@code Optional}, nested ones;
 * {@code java.time} and the like are texts. A field is required unless it is an {@code Optional} or annotated with a
 * {@code Nullable}; then it may be null too. Objects take no other fields. Each place gets the whole schema of its type,
 * so a type that holds itself is refused.
 */
final class SchemaGenerator {

    private static final Set<Class<?>> WHOLE = Set.of(
            int.class,
            long.class,
            short.class,
            byte.class,
            Integer.class,
            Long.class,
            Short.class,
            Byte.class,
            BigInteger.class);
    private static final Set<Class<?>> NUMBER =
            Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class, Number.class);
    private static final Map<String, String> FORMATS = Map.of(
            "java.time.LocalDate", "date",
            "java.time.Instant", "date-time",
            "java.time.OffsetDateTime", "date-time",
            "java.time.ZonedDateTime", "date-time",
            "java.time.OffsetTime", "time",
            "java.time.Duration", "duration",
            "java.net.URI", "uri",
            "java.util.UUID", "uuid");

    /** Types that are being described, outermost first. */
    private final Deque<Class<?>> path = new ArrayDeque<>();

    /** The schema of a class. */
    Map<String, Object> schema(Type type) {
        if (type instanceof Class<?> known) {
            return known.isArray() ? array(known.getComponentType()) : ofClass(known);
        }
        if (type instanceof GenericArrayType generic) {
            return array(generic.getGenericComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return schema(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return ofGeneric(raw, generic.getActualTypeArguments());
        }
        throw refused("holds the type variable " + type.getTypeName() + "; use concrete types");
    }

    private Map<String, Object> ofGeneric(Class<?> raw, Type[] arguments) {
        if (Collection.class.isAssignableFrom(raw)) {
            return array(arguments[0]);
        }
        if (raw == Optional.class) {
            return nullable(schema(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            if (!(arguments[0] instanceof Class<?> key && (key == String.class || key.isEnum()))) {
                throw refused("holds a map whose keys are no texts");
            }
            return keyword("object", "additionalProperties", schema(arguments[1]));
        }
        throw refused("holds the generic type " + raw.getSimpleName() + "; use a record of its own");
    }

    private Map<String, Object> ofClass(Class<?> type) {
        if (type == Object.class) {
            return new LinkedHashMap<>();
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (WHOLE.contains(type)) {
            return typed("integer");
        }
        if (NUMBER.contains(type)) {
            return typed("number");
        }
        if (Binder.isText(type)) {
            String format = FORMATS.get(type.getName());
            return format == null ? typed("string") : keyword("string", "format", format);
        }
        if (type.isEnum()) {
            return keyword("string", "enum", Members.constants(type));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return typed("array");
        }
        return Map.class.isAssignableFrom(type) ? typed("object") : object(type);
    }

    private Map<String, Object> object(Class<?> type) {
        if (path.contains(type)) {
            throw refused("is part of a cycle: " + type.getSimpleName()
                    + " holds itself; schemas of cycles are not derived, give the schema as text");
        }
        path.addLast(type);
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Members.Member member : Members.of(type)) {
            Map<String, Object> schema = schema(member.type());
            properties.put(member.name(), member.optional() ? nullable(schema) : schema);
            if (!member.optional()) {
                required.add(member.name());
            }
        }
        if (properties.isEmpty()) {
            throw refused("has no fields that JSON could fill");
        }
        path.removeLast();
        Map<String, Object> schema = keyword("object", "properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private Map<String, Object> array(Type item) {
        return item == byte.class ? typed("string") : keyword("array", "items", schema(item));
    }

    private static Map<String, Object> nullable(Map<String, Object> schema) {
        if (schema.isEmpty() || schema.containsKey("anyOf") || schema.get("type") instanceof List) {
            return schema;
        }
        Map<String, Object> either = new LinkedHashMap<>();
        either.put("anyOf", List.of(schema, typed("null")));
        return either;
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        return schema;
    }

    private static Map<String, Object> keyword(String type, String name, Object value) {
        Map<String, Object> schema = typed(type);
        schema.put(name, value);
        return schema;
    }

    private InvalidRequestException refused(String why) {
        Class<?> last = path.peekLast();
        return new InvalidRequestException(ErrorDetails.of("no schema can be derived: outputClass "
                + (last == null ? "" : last.getSimpleName() + " ") + why + "; nothing was sent"));
    }
}
