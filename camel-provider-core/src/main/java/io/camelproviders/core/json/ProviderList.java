/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list that a provider sent: of records, or of JSON values, which are unmodifiable at every depth. It is a response, so
 * it is never read as a request; it is a type of its own also so that converters leave the user's lists alone.
 */
public final class ProviderList<T> extends AbstractList<T> implements RandomAccess, ProviderResponse {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // An ArrayList of records and JSON values, which are serializable.
    private final List<T> items;

    /** An unmodifiable copy, of the maps and lists in it too; explicit nulls stay. */
    @SuppressWarnings("unchecked") // Maps and lists become unmodifiable ones of the same static type.
    public ProviderList(Collection<? extends @Nullable T> items) {
        List<T> copy = new ArrayList<>(items.size());
        items.forEach(item -> copy.add((T) frozen(item)));
        this.items = copy;
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }

    // Nulls stand for the wire's null.
    @SuppressWarnings("NullAway")
    static Object frozen(@Nullable Object value) {
        if (value instanceof ProviderResponse) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            return ProviderMap.copyOf(map);
        }
        return value instanceof Collection<?> items ? new ProviderList<>(items) : value;
    }

    static @Nullable Object thawed(@Nullable Object value) {
        if (value instanceof ProviderMap map) {
            return map.toMap();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, item) -> copy.put(String.valueOf(name), thawed(item)));
            return copy;
        }
        if (value instanceof Collection<?> items) {
            List<@Nullable Object> copy = new ArrayList<>(items.size());
            items.forEach(item -> copy.add(thawed(item)));
            return copy;
        }
        return value;
    }
}
