/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.json.ProviderModel;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Camel's type converters for records and lists of providers. */
class ProviderConvertersTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    /** A record as providers have them. */
    record Note(
            String id, @Nullable String text, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        Note {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private TypeConverter converter() {
        return context.getTypeConverter();
    }

    private static final String JSON = "{\"id\":\"n1\",\"text\":\"héllo\",\"new\":[1]}";
    private static final Note NOTE = new Note("n1", "héllo", Map.of("new", List.of(1)));

    @Test
    void writesARecordInEveryForm() throws Exception {
        assertThat(converter().convertTo(String.class, NOTE)).isEqualTo(JSON);
        assertThat(converter().convertTo(byte[].class, NOTE)).isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
        assertThat(converter().convertTo(InputStream.class, NOTE).readAllBytes())
                .isEqualTo(JSON.getBytes(StandardCharsets.UTF_8));
        assertThat(converter().convertTo(JsonNode.class, NOTE).path("text").asText())
                .isEqualTo("héllo");
        assertThat(converter().convertTo(Map.class, NOTE))
                .isEqualTo(Map.of("id", "n1", "text", "héllo", "new", List.of(1)));
    }

    @Test
    void writesAListInEveryForm() throws Exception {
        ProviderList<Note> list = new ProviderList<>(List.of(NOTE));
        String json = '[' + JSON + ']';

        assertThat(converter().convertTo(String.class, list)).isEqualTo(json);
        assertThat(converter().convertTo(byte[].class, list)).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
        assertThat(new String(converter().convertTo(InputStream.class, list).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(json);
        assertThat(converter().convertTo(JsonNode.class, list).size()).isEqualTo(1);
    }

    @Test
    void readsARecordFromEveryForm() {
        Map<String, Object> map = Map.of("id", "n1", "text", "héllo", "new", List.of(1));

        assertThat(converter().convertTo(Note.class, JSON)).isEqualTo(NOTE);
        assertThat(converter().convertTo(Note.class, JSON.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(NOTE);
        assertThat(converter().convertTo(Note.class, map)).isEqualTo(NOTE);
    }

    @Test
    void failsToReadWhatIsNoJson() {
        assertThatThrownBy(() -> converter().convertTo(Note.class, "good morning"))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void leavesPlainListsAndMapsOfTheUserAlone() {
        List<Object> list = List.of("a", 1);
        Map<String, Object> map = Map.of("a", 1);

        assertThat(converter().convertTo(String.class, list)).isEqualTo(list.toString());
        assertThat(converter().convertTo(String.class, map)).isEqualTo(map.toString());
        assertThat(converter().convertTo(Map.class, map)).isSameAs(map);
        assertThat(converter().tryConvertTo(byte[].class, map))
                .isNotEqualTo("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(converter().tryConvertTo(JsonNode.class, map)).isNull();
    }
}
