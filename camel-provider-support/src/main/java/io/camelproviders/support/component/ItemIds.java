/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the id of an item, whatever its type: the component {@code id} of a record, the entry {@code id} of a map. */
final class ItemIds {

    private static final ClassValue<Optional<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
            try {
                return Optional.of(type.getMethod("id"));
            } catch (NoSuchMethodException e) {
                return Optional.empty();
            }
        }
    };

    private ItemIds() {}

    /** The id as text, or null if the item has none. */
    static @Nullable String of(Object item) {
        Object id = item instanceof Map<?, ?> map ? map.get("id") : accessor(item);
        return id == null ? null : id.toString();
    }

    private static @Nullable Object accessor(Object item) {
        Optional<Method> accessor = ACCESSORS.get(item.getClass());
        if (accessor.isEmpty()) {
            return null;
        }
        try {
            return accessor.get().invoke(item);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the id of " + item.getClass().getSimpleName() + " cannot be read", e);
        }
    }
}
