/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import io.camelproviders.core.error.LogText;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that a provider sent and that has no record of its own. Unmodifiable at every depth: objects in it are
 * {@code ProviderMap}s, arrays {@link ProviderList}s; fields keep their order and explicit nulls stay. Numbers are exact:
 * {@code Integer}, {@code Long}, {@code BigInteger} or {@code BigDecimal}.
 *
 * <p>It is a response, so it is never read as the fields of a request; {@link #toMap()} makes a map of your own. It is a
 * type of its own also so that converters leave the user's maps alone.
 */
public final class ProviderMap extends AbstractMap<String, Object> implements ProviderResponse {

    private static final long serialVersionUID = 1L;
    private static final ProviderMap EMPTY = new ProviderMap(new LinkedHashMap<>(), null);

    @SuppressWarnings("serial") // A LinkedHashMap; its values are JSON values, which are serializable.
    private final Map<String, Object> fields;

    private final @Nullable String textField;

    private ProviderMap(Map<String, Object> fields, @Nullable String textField) {
        this.fields = fields;
        this.textField = textField;
    }

    /** An unmodifiable copy, of the maps and lists in it too; empty for null. */
    public static ProviderMap copyOf(@Nullable Map<?, ?> object) {
        if (object instanceof ProviderMap already) {
            return already;
        }
        if (object == null || object.isEmpty()) {
            return EMPTY;
        }
        Map<String, Object> copy = new LinkedHashMap<>(object.size() * 4 / 3 + 1);
        object.forEach((name, value) -> put(copy, String.valueOf(name), ProviderList.frozen(value)));
        return new ProviderMap(copy, null);
    }

    /** Takes over a map that nobody else holds and whose values are unmodifiable already. */
    static ProviderMap owning(Map<String, Object> fields) {
        return fields.isEmpty() ? EMPTY : new ProviderMap(fields, null);
    }

    /** The same object with the name of the field that {@link #text()} returns. */
    public ProviderMap withTextField(String name) {
        return new ProviderMap(fields, name);
    }

    /** The text of the response where its operation defines one, {@code output} of {@code igpt:recall/ask} for example. */
    @Override
    public @Nullable String text() {
        return textField != null && fields.get(textField) instanceof String text ? text : null;
    }

    /** A modifiable copy at every depth, made of {@code LinkedHashMap}s and {@code ArrayList}s. */
    public Map<String, Object> toMap() {
        Map<String, Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> put(copy, name, ProviderList.thawed(value)));
        return copy;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(fields).entrySet();
    }

    // The interface of Map has no annotations for nulls here.
    @Override
    @SuppressWarnings("NullAway")
    public Object get(Object name) {
        return fields.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return fields.containsKey(name);
    }

    @Override
    public int size() {
        return fields.size();
    }

    /** The fields; values of fields that are named like a secret are masked. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("{");
        fields.forEach((name, value) -> out.append(out.length() == 1 ? "" : ", ")
                .append(name)
                .append('=')
                .append(LogText.isSecretName(name) && value != null ? LogText.MASK : value));
        return out.append('}').toString();
    }

    // The maps hold explicit nulls: the wire's null is a value like any other.
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }
}
