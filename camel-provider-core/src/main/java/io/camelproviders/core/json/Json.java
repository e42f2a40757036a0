/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one Jackson set-up. Immutable and thread-safe.
 *
 * <p>Reading (RFC 8259): nesting to 200, numbers to 1,000 digits, names to 10,000 characters, texts to the given size,
 * one token for eight bytes of that size; trailing tokens, {@code NaN} and comments are refused. <b>Of duplicate names
 * the last counts.</b> Unknown fields are kept by records that ask for them; no class is ever chosen by the text.
 * Numbers keep value and scale: whole ones are {@code Integer}, {@code Long} or {@code BigInteger}, the others
 * {@code BigDecimal}. Objects and arrays without a record are {@link ProviderMap} and {@link ProviderList}.
 *
 * <p>Writing: compact, UTF-8; a surrogate without its partner becomes U+FFFD, NaN and infinities are refused. Null
 * components of records are left out, null values of maps are written.
 */
public final class Json {

    private static final int STANDARD_BYTES = 16 * 1024 * 1024;
    private static final int SMALLEST_TOKEN_COUNT = 10_000;
    private static final Json STANDARD = new Json(STANDARD_BYTES);

    private final ObjectMapper mapper;
    private final Map<Class<?>, ModelFields> models = new ConcurrentHashMap<>();

    /**
     * Reads texts up to a size.
     *
     * @param maxStringBytes longest single text, and with it the size of the longest document
     */
    public Json(int maxStringBytes) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(200)
                        .maxNumberLength(1_000)
                        .maxNameLength(10_000)
                        .maxStringLength(maxStringBytes)
                        .maxTokenCount(Math.max(SMALLEST_TOKEN_COUNT, maxStringBytes / 8))
                        .build())
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        SimpleModule values = new SimpleModule();
        values.addSerializer(Instant.class, ToStringSerializer.instance);
        values.addSerializer(LocalDate.class, ToStringSerializer.instance);
        values.addSerializer(OffsetDateTime.class, ToStringSerializer.instance);
        values.setDeserializers(JsonValueDeserializer.all());
        mapper = JsonMapper.builder(factory)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .addModule(values)
                .build();
    }

    /** For texts up to 16 MiB, the default of {@code maxResponseBytes}. */
    public static Json standard() {
        return STANDARD;
    }

    /**
     * Writes a model, map, list, tree or scalar.
     *
     * @throws InvalidRequestException if a value has no JSON form
     */
    public byte[] bytes(@Nullable Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** As {@link #bytes}, as text. */
    public String text(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator writer = new JsonWriter(mapper.createGenerator(text))) {
            mapper.writeValue(writer, value);
        } catch (IOException e) {
            throw JsonErrors.unwritable(e);
        }
        return JsonWriter.wellFormed(text.toString());
    }

    /**
     * Reads a document as a {@link ProviderMap} (in the text's order), a {@link ProviderList} or a scalar.
     *
     * @throws DecodeException if it is no JSON document or passes a limit
     */
    public @Nullable Object plain(byte[] document) {
        try {
            return document.length == 0 ? missing("a JSON document") : mapper.readValue(document, Object.class);
        } catch (IOException e) {
            throw JsonErrors.unreadable("a JSON document", e);
        }
    }

    /**
     * Reads a document as a record.
     *
     * @throws DecodeException if it is no JSON document, has another shape or passes a limit
     */
    public <T> T read(byte[] document, Class<T> type) {
        // Through plain values: so the rule for duplicate names is the same as everywhere.
        return convert(plain(document), type);
    }

    /**
     * Turns plain values, a model or a tree into a record.
     *
     * @throws DecodeException if the value has another shape, null included
     */
    public <T> T convert(@Nullable Object plain, Class<T> type) {
        T converted = value(plain, type);
        return converted == null ? type.cast(missing(type.getSimpleName())) : converted;
    }

    /**
     * A model or a tree as a modifiable map in the order of its fields, modifiable at every depth.
     *
     * @throws DecodeException if it is no object
     */
    public Map<String, Object> map(Object modelOrTree) {
        return convert(modelOrTree, ProviderMap.class).toMap();
    }

    /** The text with U+FFFD for each surrogate that has no partner, as {@link #text} writes it. */
    public static String wellFormed(String text) {
        return JsonWriter.wellFormed(text);
    }

    /** Any value as a tree. */
    public JsonNode tree(@Nullable Object value) {
        try {
            return mapper.valueToTree(value);
        } catch (IllegalArgumentException e) {
            throw JsonErrors.unreadable("a value with a JSON form", e);
        }
    }

    /**
     * Reads a document as a tree.
     *
     * @throws DecodeException if it is no JSON document or passes a limit
     */
    public JsonNode tree(byte[] document) {
        return tree(plain(document));
    }

    /** What a model record knows; nothing for types that are no {@link ProviderModel} and no record. */
    public ModelFields fields(Class<?> model) {
        ModelFields known = models.get(model);
        if (known == null) {
            known = new ModelFields(this, introspect(mapper.constructType(model)));
            models.put(model, known);
        }
        return known;
    }

    static boolean isModel(JavaType type) {
        return type.getRawClass().isRecord();
    }

    private Map<String, JavaType> introspect(JavaType model) {
        Map<String, JavaType> types = new LinkedHashMap<>();
        if (isModel(model)) {
            for (BeanPropertyDefinition field :
                    mapper.getDeserializationConfig().introspect(model).findProperties()) {
                types.put(field.getName(), field.getPrimaryType());
            }
            types.remove("additionalProperties");
            types.remove("additional_properties");
        }
        return types;
    }

    private <T> @Nullable T value(@Nullable Object plain, Class<T> type) {
        try {
            return mapper.convertValue(plain, type);
        } catch (IllegalArgumentException e) {
            throw JsonErrors.unreadable(type.getSimpleName(), e);
        }
    }

    private static Object missing(String expected) {
        throw new DecodeException(ErrorDetails.of("expected " + expected + ", got nothing"));
    }
}
