/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.json.ProviderMap;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.streaming.ChunkIterator;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Camel's type converters: the records and lists of all providers to JSON, and JSON back to a record. They work from and to
 * the marker types only; lists and maps of the user's are converted as Camel does without them.
 */
@Converter(generateLoader = true)
public final class ProviderConverters {

    private ProviderConverters() {}

    /** A record as JSON. */
    @Converter
    public static String toString(ProviderModel model) {
        return Json.standard().text(model);
    }

    /** A record as JSON in UTF-8. */
    @Converter
    public static byte[] toBytes(ProviderModel model) {
        return Json.standard().bytes(model);
    }

    /** A record as JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(ProviderModel model) {
        return new ByteArrayInputStream(Json.standard().bytes(model));
    }

    /** A record as a JSON tree. */
    @Converter
    public static JsonNode toTree(ProviderModel model) {
        return Json.standard().tree(model);
    }

    /** A record as a map by wire names. */
    @Converter
    public static Map<String, Object> toMap(ProviderModel model) {
        return Json.standard().map(model);
    }

    /** A list as a JSON array. */
    @Converter
    public static String toString(ProviderList<?> list) {
        return Json.standard().text(list);
    }

    /** A list as a JSON array in UTF-8. */
    @Converter
    public static byte[] toBytes(ProviderList<?> list) {
        return Json.standard().bytes(list);
    }

    /** A list as a JSON array in UTF-8. */
    @Converter
    public static InputStream toInputStream(ProviderList<?> list) {
        return new ByteArrayInputStream(Json.standard().bytes(list));
    }

    /** A list as a JSON tree. */
    @Converter
    public static JsonNode toTree(ProviderList<?> list) {
        return Json.standard().tree(list);
    }

    /** An untyped object as JSON. */
    @Converter
    public static String toString(ProviderMap map) {
        return Json.standard().text(map);
    }

    /** An untyped object as JSON in UTF-8. */
    @Converter
    public static byte[] toBytes(ProviderMap map) {
        return Json.standard().bytes(map);
    }

    /** An untyped object as JSON in UTF-8. */
    @Converter
    public static InputStream toInputStream(ProviderMap map) {
        return new ByteArrayInputStream(Json.standard().bytes(map));
    }

    /** An untyped object as a JSON tree. */
    @Converter
    public static JsonNode toTree(ProviderMap map) {
        return Json.standard().tree(map);
    }

    /** The chunks of a streamed response as server-sent events; closing the stream cancels the response. */
    @Converter
    public static InputStream toInputStream(ChunkIterator<?> chunks) {
        return new ChunkEventStream(chunks);
    }

    /**
     * A map, a JSON text, bytes or a tree as a record; the record's class comes from the caller, never from the text.
     *
     * @return null if the target is no provider's record, so that Camel looks on
     */
    @Converter(fallback = true)
    public static <T> @Nullable T toModel(
            Class<T> type, @Nullable Exchange exchange, Object value, TypeConverterRegistry registry) {
        if (!ProviderModel.class.isAssignableFrom(type) || !type.isRecord()) {
            return null;
        }
        if (value instanceof Map || value instanceof JsonNode || value instanceof ProviderModel) {
            return Json.standard().convert(value, type);
        }
        if (value instanceof byte[] bytes) {
            return Json.standard().read(bytes, type);
        }
        return value instanceof CharSequence text
                ? Json.standard().read(text.toString().getBytes(StandardCharsets.UTF_8), type)
                : null;
    }
}
