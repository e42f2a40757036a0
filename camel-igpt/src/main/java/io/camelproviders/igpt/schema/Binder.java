/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.schema;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.json.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes instances of a class from plain JSON values: the mirror of {@link SchemaGenerator}. Only the class that the
 * route names, and those it is made of, are ever instantiated; the answer chooses none.
 */
final class Binder {

    private static final Set<String> TEXTS = Set.of(
            "java.lang.String",
            "java.lang.CharSequence",
            "java.lang.Character",
            "char",
            "java.util.UUID",
            "java.net.URI",
            "java.util.Locale");

    private final Json json;

    Binder(Json json) {
        this.json = json;
    }

    /** Whether JSON writes values of the type as text. */
    static boolean isText(Class<?> type) {
        return TEXTS.contains(type.getName()) || type.getName().startsWith("java.time.");
    }

    /**
     * Binds a value.
     *
     * @throws DecodeException if it has another shape
     */
    @Nullable
    Object bind(@Nullable Object value, Type type) {
        if (type instanceof WildcardType wildcard) {
            return bind(value, wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return generic(value, raw, generic.getActualTypeArguments());
        }
        if (!(type instanceof Class<?> known)) {
            throw unfit("no value can be made for " + type.getTypeName());
        }
        if (value == null) {
            if (known.isPrimitive()) {
                throw unfit("null cannot be a " + known.getName());
            }
            return null;
        }
        return simple(value, known);
    }

    private @Nullable Object simple(Object value, Class<?> type) {
        if (type.isEnum()) {
            return constant(value, type);
        }
        if (type.getName().startsWith("java.time.")) {
            return time(value, type);
        }
        if (type.isRecord() && value instanceof Map<?, ?> map) {
            return record(map, type);
        }
        boolean plain = type.isPrimitive() || type.isArray() || type.getName().startsWith("java.");
        if (!plain && value instanceof Map<?, ?> map) {
            return object(map, type);
        }
        return json.convert(value, type);
    }

    private @Nullable Object generic(@Nullable Object value, Class<?> raw, Type[] arguments) {
        if (raw == Optional.class) {
            return Optional.ofNullable(bind(value, arguments[0]));
        }
        if (value == null) {
            return null;
        }
        if (Collection.class.isAssignableFrom(raw) && value instanceof List<?> items) {
            Collection<@Nullable Object> bound =
                    Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>() : new ArrayList<>();
            items.forEach(item -> bound.add(bind(item, arguments[0])));
            return bound;
        }
        if (Map.class.isAssignableFrom(raw) && value instanceof Map<?, ?> map) {
            Map<@Nullable Object, @Nullable Object> bound = new LinkedHashMap<>();
            map.forEach((key, item) -> bound.put(bind(key, arguments[0]), bind(item, arguments[1])));
            return bound;
        }
        throw unfit("a " + raw.getSimpleName() + " was expected");
    }

    private Object record(Map<?, ?> map, Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Members.Member> members = Members.of(type);
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0, next = 0; i < components.length; i++) {
            // A component that catches unknown fields is no member; it stays empty.
            if (!Members.catchesUnknown(components[i])) {
                Members.Member member = members.get(next++);
                values[i] = bind(map.get(member.name()), member.type());
            }
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw unfit(type.getSimpleName() + " refuses its values", e);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw unfit(type.getSimpleName() + " cannot be made", e);
        }
    }

    private Object object(Map<?, ?> map, Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object made = constructor.newInstance();
            for (Members.Member member : Members.of(type)) {
                Field field = member.field();
                if (field != null && map.containsKey(member.name())) {
                    field.setAccessible(true);
                    field.set(made, bind(map.get(member.name()), member.type()));
                }
            }
            return made;
        } catch (NoSuchMethodException e) {
            throw unfit(type.getSimpleName() + " needs a constructor without parameters, or make it a record", e);
        } catch (ReflectiveOperationException e) {
            throw unfit(type.getSimpleName() + " cannot be made", e);
        }
    }

    private static Object constant(Object value, Class<?> type) {
        List<String> names = Members.constants(type);
        int index = names.indexOf(String.valueOf(value));
        if (index < 0) {
            throw unfit("no constant of " + type.getSimpleName() + " has that name");
        }
        return type.getEnumConstants()[index];
    }

    /** All types of java.time that have a text form have a {@code parse(CharSequence)}. */
    private static Object time(Object value, Class<?> type) {
        try {
            Method parse = type.getMethod("parse", CharSequence.class);
            Object parsed = parse.invoke(null, String.valueOf(value));
            if (parsed != null) {
                return parsed;
            }
        } catch (ReflectiveOperationException e) {
            throw unfit("a text that is a " + type.getSimpleName() + " was expected", e);
        }
        throw unfit("a text that is a " + type.getSimpleName() + " was expected");
    }

    private static DecodeException unfit(String why) {
        return new DecodeException(ErrorDetails.of(why));
    }

    private static DecodeException unfit(String why, Throwable cause) {
        return new DecodeException(ErrorDetails.of(why), cause);
    }
}
