/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFormatTest {

    enum Level {
        LOW,
        @JsonProperty("very high")
        HIGH
    }

    record Item(String title, @JsonProperty("due_date") LocalDate dueDate, Optional<String> owner, Level level) {}

    record Digest(
            List<Item> items,
            Map<String, Integer> counts,
            double score,
            @Nullable String note) {}

    record Node(String name, List<Node> children) {}

    static class Bean {
        private String title = "";
        private @Nullable LocalDate due;

        String told() {
            return title + " " + due;
        }
    }

    private static final String DIGEST = "{\"items\":[{\"title\":\"Approve\",\"due_date\":\"2026-01-15\","
            + "\"owner\":null,\"level\":\"very high\"}],\"counts\":{\"a\":1},\"score\":0.5}";

    private final Json json = Json.standard();

    private @Nullable Object plain(String text) {
        return json.plain(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void derivesASchemaFromARecord() {
        Object wire = OutputFormat.of(Digest.class).wire();

        assertThat(json.text(wire))
                .isEqualTo(
                        "{\"strict\":true,\"schema\":{\"type\":\"object\",\"properties\":{\"items\":{\"type\":\"array\","
                                + "\"items\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"},"
                                + "\"due_date\":{\"type\":\"string\",\"format\":\"date\"},"
                                + "\"owner\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]},"
                                + "\"level\":{\"type\":\"string\",\"enum\":[\"LOW\",\"very high\"]}},"
                                + "\"required\":[\"title\",\"due_date\",\"level\"],\"additionalProperties\":false}},"
                                + "\"counts\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}},"
                                + "\"score\":{\"type\":\"number\"},"
                                + "\"note\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]}},"
                                + "\"required\":[\"items\",\"counts\",\"score\"],\"additionalProperties\":false}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%s", "{\"output\":%s,\"usage\":{}}", "{\"output\":{\"json\":%s}}", "{\"id\":1,\"output\":%s}"})
    void bindsTheAnswerWhereverItStands(String envelope) {
        Object bound = OutputFormat.of(Digest.class).read(plain(envelope.formatted(DIGEST)), json);

        assertThat(bound)
                .isEqualTo(new Digest(
                        List.of(new Item("Approve", LocalDate.of(2026, 1, 15), Optional.empty(), Level.HIGH)),
                        Map.of("a", 1),
                        0.5,
                        null));
    }

    @Test
    void bindsAnAnswerThatIsJsonInAText() {
        Object bound = OutputFormat.of(Digest.class).read(Map.of("output", DIGEST), json);

        assertThat(bound).isInstanceOf(Digest.class);
    }

    @Test
    void bindsToAClassWithFields() {
        Object bound = OutputFormat.of(Bean.class).read(Map.of("title", "T", "due", "2026-01-15"), json);

        assertThat(bound).isInstanceOfSatisfying(Bean.class, bean -> assertThat(bean.told())
                .isEqualTo("T 2026-01-15"));
    }

    @Test
    void anAnswerThatDoesNotFitIsAFailureWithTheRawText() {
        OutputFormat format = OutputFormat.of(Digest.class);

        assertThatThrownBy(() -> format.read(Map.of("output", "Sorry, I cannot do that."), json))
                .isInstanceOfSatisfying(DecodeException.class, e -> {
                    assertThat(e).hasMessageContaining("does not fit the schema");
                    assertThat(e.body().orElseThrow()).contains("Sorry, I cannot do that.");
                });
    }

    @Test
    void namesThePlaceOfAMisfit() {
        String misfit = DIGEST.replace("\"Approve\"", "5").replace("very high", "middling");

        assertThatThrownBy(() -> OutputFormat.of(Digest.class).read(plain(misfit), json))
                .hasMessageContaining("items[0].title should be string, is number")
                .hasMessageContaining("items[0].level is none of the allowed values");
    }

    @Test
    void refusesACycle() {
        assertThatThrownBy(() -> OutputFormat.of(Node.class))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cycle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"foo\":1}", "yaml", "[1]", "{"})
    void refusesWhatIsNoFormat(String option) {
        assertThatThrownBy(() -> OutputFormat.parse(option, json)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void takesTextJsonASchemaAndTheProvidersOwnForm() {
        OutputFormat plainSchema = OutputFormat.parse("{\"type\":\"object\",\"required\":[\"a\"]}", json);
        OutputFormat own = OutputFormat.parse(
                "{\"type\":\"json_schema\",\"name\":\"n\",\"strict\":true,\"schema\":{\"type\":\"object\"}}", json);

        assertThat(OutputFormat.parse(" text ", json).wire()).isEqualTo("text");
        assertThat(OutputFormat.parse("JSON", json).wire()).isEqualTo("json");
        assertThat(json.text(plainSchema.wire()))
                .isEqualTo("{\"strict\":true,\"schema\":{\"type\":\"object\",\"required\":[\"a\"]}}");
        assertThat(json.text(own.wire())).startsWith("{\"type\":\"json_schema\",\"name\":\"n\"");
        assertThat(own.schema()).contains(Map.of("type", "object"));
    }

    @Test
    void textAndJsonLeaveTheAnswerAlone() {
        Map<String, Object> answer = Map.of("output", "x");

        assertThat(OutputFormat.TEXT.read(answer, json)).isSameAs(answer);
        assertThat(OutputFormat.JSON.read(answer, json)).isSameAs(answer);
    }

    @Test
    void noClassIsEverChosenByTheAnswer() {
        Object read = OutputFormat.schema(Map.of("type", "object"))
                .read(
                        plain("{\"@class\":\"java.net.URL\",\"@type\":\"x\",\"v\":[\"java.net.URL\",\"http://x\"]}"),
                        json);

        assertThat(read)
                .isEqualTo(Map.of("@class", "java.net.URL", "@type", "x", "v", List.of("java.net.URL", "http://x")));
    }
}
