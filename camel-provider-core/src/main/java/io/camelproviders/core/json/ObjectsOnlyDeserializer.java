/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a list of records and passes over the items that are none. See {@link ObjectsOnly}. */
final class ObjectsOnlyDeserializer extends JsonDeserializer<List<?>> implements ContextualDeserializer {

    private final @Nullable JavaType list;
    private final @Nullable JsonDeserializer<Object> item;

    /** For Jackson, which makes it contextual before use. */
    ObjectsOnlyDeserializer() {
        this(null, null);
    }

    private ObjectsOnlyDeserializer(@Nullable JavaType list, @Nullable JsonDeserializer<Object> item) {
        this.list = list;
        this.item = item;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new ObjectsOnlyDeserializer(
                type, context.findContextualValueDeserializer(type.getContentType(), property));
    }

    @Override
    public @Nullable List<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (item == null || !parser.isExpectedStartArrayToken()) {
            return (List<?>) context.handleUnexpectedToken(list, parser);
        }
        List<Object> items = new ArrayList<>();
        JsonToken token = parser.nextToken();
        while (token != null && token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                items.add(item.deserialize(parser, context));
            } else {
                parser.skipChildren();
            }
            token = parser.nextToken();
        }
        return items;
    }
}
