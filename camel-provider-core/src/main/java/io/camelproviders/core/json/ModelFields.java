/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import com.fasterxml.jackson.databind.JavaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that a model record knows, by wire name. Immutable; made by {@link Json#fields}. */
public final class ModelFields {

    private final Json json;
    private final Map<String, JavaType> types;
    private final Map<String, String> byCamel = new HashMap<>();

    ModelFields(Json json, Map<String, JavaType> types) {
        this.json = json;
        this.types = types;
        types.keySet().forEach(wire -> byCamel.put(camel(wire), wire));
    }

    /** Wire names in the record's order. */
    public Set<String> names() {
        return types.keySet();
    }

    /** The wire name behind a spelling: the wire's own wins, camelCase is accepted; anything else stays as it is. */
    public String wireName(String spelling) {
        return types.containsKey(spelling) ? spelling : byCamel.getOrDefault(spelling, spelling);
    }

    /** Whether the field is known. */
    public boolean knows(String wireName) {
        return types.containsKey(wireName);
    }

    /** Whether the field is known to be a text. */
    public boolean isText(String wireName) {
        JavaType type = types.get(wireName);
        return type != null && type.hasRawClass(String.class);
    }

    /** The fields of the object in a field; none known if it is no record. */
    public ModelFields nested(String wireName) {
        return below(types.get(wireName));
    }

    /**
     * The same object under wire names: known fields may come in camelCase, at any depth; where both spellings are given,
     * the wire name's value counts. Unknown fields and free objects are left alone; explicit nulls stay.
     */
    public Map<String, Object> toWire(Map<?, ?> object) {
        Map<String, Object> out = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String given = String.valueOf(entry.getKey());
            String wire = wireName(given);
            if (wire.equals(given) || !object.containsKey(wire)) {
                put(out, wire, value(entry.getValue(), types.get(wire)));
            }
        }
        return out;
    }

    // The maps hold explicit nulls: the wire's null is a value like any other.
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> out, String wire, @Nullable Object value) {
        out.put(wire, value);
    }

    private @Nullable Object value(@Nullable Object value, @Nullable JavaType type) {
        if (type == null) {
            return value;
        }
        if (value instanceof Map<?, ?> map && Json.isModel(type)) {
            return below(type).toWire(map);
        }
        if (value instanceof Collection<?> items && type.isCollectionLikeType()) {
            List<@Nullable Object> out = new ArrayList<>(items.size());
            items.forEach(item -> out.add(value(item, type.getContentType())));
            return out;
        }
        return value;
    }

    private ModelFields below(@Nullable JavaType type) {
        return json.fields(type == null ? Object.class : type.getRawClass());
    }

    private static String camel(String wire) {
        StringBuilder out = new StringBuilder(wire.length());
        for (String word : wire.split("_", -1)) {
            out.append(
                    out.length() == 0 || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return out.toString();
    }
}
