/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON of unspecified shape: objects as {@link ProviderMap}, arrays as {@link ProviderList}, decimals as
 * {@code BigDecimal}. Of duplicate names the last counts.
 */
final class JsonValueDeserializer extends JsonDeserializer<Object> {

    private final @Nullable JsonToken expected;
    private final Class<?> type;

    private JsonValueDeserializer(@Nullable JsonToken expected, Class<?> type) {
        this.expected = expected;
        this.type = type;
    }

    /** For values declared as {@code Object}, and the same values of a known kind: {@code Map<String, Object>}, {@code List<Object>}. */
    static SimpleDeserializers all() {
        Containers all = new Containers();
        all.addDeserializer(Object.class, new JsonValueDeserializer(null, Object.class));
        return all;
    }

    @Override
    @SuppressWarnings("NullAway") // A JSON null is null.
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (expected != null && parser.currentToken() != expected) {
            return context.handleUnexpectedToken(type, parser);
        }
        return value(parser, context);
    }

    @Override
    public Object deserializeWithType(JsonParser parser, DeserializationContext context, TypeDeserializer types)
            throws IOException {
        return deserialize(parser, context);
    }

    private @Nullable Object value(JsonParser parser, DeserializationContext context) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, context);
            case START_ARRAY -> array(parser, context);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> decimal(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_EMBEDDED_OBJECT -> ProviderList.frozen(parser.getEmbeddedObject());
            default -> context.handleUnexpectedToken(type, parser);
        };
    }

    /** From a text exactly; a value's own number stays what it is. */
    private static Object decimal(JsonParser parser) throws IOException {
        return parser.getNumberTypeFP() == JsonParser.NumberTypeFP.UNKNOWN
                ? parser.getDecimalValue()
                : parser.getNumberValue();
    }

    private ProviderMap object(JsonParser parser, DeserializationContext context) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            put(fields, name, value(parser, context));
        }
        return ProviderMap.owning(fields);
    }

    private ProviderList<Object> array(JsonParser parser, DeserializationContext context) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, context));
        }
        return new ProviderList<>(items);
    }

    // The maps hold explicit nulls: the wire's null is a value like any other.
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }

    /** Looked up under the declared type: later Jackson only knows the class that it would create. */
    private static final class Containers extends SimpleDeserializers {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable JsonDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable KeyDeserializer keys,
                @Nullable TypeDeserializer types,
                @Nullable JsonDeserializer<?> values) {
            Class<?> raw = type.getRawClass();
            boolean free = raw == Map.class && type.getContentType().isJavaLangObject();
            return free || raw == ProviderMap.class ? new JsonValueDeserializer(JsonToken.START_OBJECT, raw) : null;
        }

        @Override
        public @Nullable JsonDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable TypeDeserializer types,
                @Nullable JsonDeserializer<?> values) {
            boolean free =
                    type.getRawClass() == List.class && type.getContentType().isJavaLangObject();
            return free ? new JsonValueDeserializer(JsonToken.START_ARRAY, List.class) : null;
        }
    }
}
