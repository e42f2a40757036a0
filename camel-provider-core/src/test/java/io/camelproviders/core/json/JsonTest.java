/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private final Json json = Json.standard();

    @SnakeCase
    record Step(@Nullable String stepName, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {
        Step {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    @SnakeCase
    record Plan(
            String planId,
            @Nullable Integer stepCount,
            @ObjectsOnly @Nullable List<Step> allSteps,
            @Nullable Map<String, Object> freeForm,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {
        Plan {
            allSteps = ProviderModel.itemsOrNull(allSteps);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    @Test
    void readsARecordAndKeepsWhatItDoesNotKnow() {
        // given
        byte[] text = utf8("{\"plan_id\":\"p\",\"extra\":null,\"step_count\":3,\"later\":{\"b\":1,\"a\":[2]}}");

        // when
        Plan plan = json.read(text, Plan.class);

        // then
        assertThat(plan.planId()).isEqualTo("p");
        assertThat(plan.stepCount()).isEqualTo(3);
        assertThat(plan.additionalProperties()).containsOnlyKeys("extra", "later");
        assertThat(json.text(plan))
                .startsWith("{\"plan_id\":\"p\",\"step_count\":3,")
                .contains("\"extra\":null", "\"later\":{\"b\":1,\"a\":[2]}");
    }

    @Test
    void aRecordWithoutUnknownFieldsHasAnEmptyMapOfThem() {
        // given, when
        Plan plan = json.read(utf8("{\"plan_id\":\"p\"}"), Plan.class);

        // then
        assertThat(plan.additionalProperties()).isEmpty();
        assertThat(plan.allSteps()).isNull();
        assertThat(json.text(plan)).isEqualTo("{\"plan_id\":\"p\"}");
    }

    @Test
    void itemsThatAreNoObjectsAreLeftOutOfAListOfRecords() {
        // given
        byte[] text = utf8("{\"plan_id\":7,\"all_steps\":[[],null,{\"step_name\":\"s\"},[{\"x\":1}],4,\"t\",{}]}");

        // when
        Plan plan = json.read(text, Plan.class);

        // then
        assertThat(plan.planId()).isEqualTo("7");
        assertThat(plan.allSteps()).extracting(Step::stepName).containsExactly("s", null);
    }

    @Test
    void aNullListOfRecordsStaysNull() {
        assertThat(json.read(utf8("{\"all_steps\":null}"), Plan.class).allSteps())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}{}",
                "[1,]",
                "NaN",
                "[NaN]",
                "{'a':1}",
                "{\"a\":Infinity}",
                "// c\n1",
                "<html>",
                "nul",
                "\u0001"
            })
    void refusesWhatIsNoJsonDocument(String text) {
        assertThatThrownBy(() -> json.plain(utf8(text))).isInstanceOf(DecodeException.class);
    }

    @Test
    void refusesBrokenUtf8() {
        assertThatThrownBy(() -> json.plain(new byte[] {'"', (byte) 0xC3, '"'})).isInstanceOf(DecodeException.class);
    }

    @Test
    void ofDuplicateNamesTheLastCounts() {
        // given
        byte[] text = utf8("{\"plan_id\":\"a\",\"step_count\":1,\"x\":1,\"plan_id\":\"b\",\"x\":2}");

        // when
        Plan plan = json.read(text, Plan.class);

        // then
        assertThat(plan.planId()).isEqualTo("b");
        assertThat(plan.additionalProperties()).isEqualTo(Map.of("x", 2));
        assertThat(json.tree(text).get("plan_id").asText()).isEqualTo("b");
    }

    @Test
    void everyBombEndsAtALimit() {
        // given
        Json small = new Json(1_000);
        Map<String, String> bombs = new LinkedHashMap<>();
        bombs.put("depth", "[".repeat(100_000));
        bombs.put("number", "1".repeat(1_000_000));
        bombs.put("text", "\"" + "x".repeat(1_001) + "\"");
        bombs.put("name", "{\"" + "n".repeat(60_000) + "\":1}");
        bombs.put("tokens", "[" + "0,".repeat(1_000_000) + "0]");

        // when, then
        bombs.forEach((name, bomb) -> assertThatThrownBy(() -> small.plain(utf8(bomb)))
                .as(name)
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("limit"));
        assertThat(json.plain(utf8("[".repeat(200) + "]".repeat(200)))).isNotNull();
    }

    @Test
    void aTypeNameInTheTextChoosesNoClass() {
        // given
        byte[] text = utf8("{\"@class\":\"java.net.URL\",\"v\":[\"java.net.URL\",\"http://localhost/\"]}");

        // when
        Object plain = json.plain(text);

        // then
        assertThat(plain)
                .isEqualTo(Map.of("@class", "java.net.URL", "v", List.of("java.net.URL", "http://localhost/")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"plan_id\":{\"token\":\"canary-1\"}} | Plan",
                "{\"step_count\":\"canary-2\"}          | step_count",
                "{\"all_steps\":\"canary-3\"}           | all_steps",
                "[\"canary-4\"]                         | Plan",
                "{\"plan_id\": canary-5}                | broken JSON at line 1",
                "null                                   | got nothing",
            })
    void failuresTellThePlaceAndNeverTheContent(String text, String told) {
        assertThatThrownBy(() -> json.read(utf8(text), Plan.class))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining(told)
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    @Test
    void writesCompactRawUtf8AndKeepsExplicitNullsOfMaps() {
        // given
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("z", "é😀\"");
        body.put("none", null);
        body.put("list", Arrays.asList(1, null, true));
        body.put("at", Instant.EPOCH);

        // when
        byte[] written = json.bytes(body);

        // then
        assertThat(written)
                .isEqualTo(utf8(
                        "{\"z\":\"é😀\\\"\",\"none\":null,\"list\":[1,null,true],\"at\":\"1970-01-01T00:00:00Z\"}"));
    }

    @Test
    void aValueWithoutJsonFormIsTheCallersFault() {
        assertThatThrownBy(() -> json.bytes(Map.of("stream", new Object())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("stream")
                .hasNoCause();
    }

    @Test
    void aMapThatHoldsItselfIsRefused() {
        // given
        Map<String, Object> loop = new LinkedHashMap<>();
        loop.put("me", loop);

        // when, then
        assertThatThrownBy(() -> json.bytes(loop)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void mapsAndTreesOfAModelHaveItsWireNames() {
        // given
        Plan plan = new Plan("p", null, List.of(new Step("s", Map.of())), null, Map.of("more", 1));

        // when, then
        assertThat(json.text(json.map(plan)))
                .isEqualTo("{\"plan_id\":\"p\",\"all_steps\":[{\"step_name\":\"s\"}],\"more\":1}");
        assertThat(json.tree(plan).at("/all_steps/0/step_name").asText()).isEqualTo("s");
        assertThat(json.map(json.tree(plan))).isEqualTo(json.map(plan));
    }

    @Test
    void knowsTheFieldsOfAModel() {
        // given, when
        ModelFields fields = json.fields(Plan.class);

        // then
        assertThat(fields.names()).containsExactly("plan_id", "step_count", "all_steps", "free_form");
        assertThat(fields.wireName("planId")).isEqualTo("plan_id");
        assertThat(fields.wireName("otherName")).isEqualTo("otherName");
        assertThat(fields.isText("plan_id")).isTrue();
        assertThat(fields.isText("step_count")).isFalse();
        assertThat(json.fields(Map.class).names()).isEmpty();
    }

    @Test
    void camelCaseOfKnownFieldsBecomesTheWireNameAtAnyDepth() {
        // given
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("planId", "camel");
        given.put("stepCount", null);
        given.put("plan_id", "wire");
        given.put("allSteps", List.of(Map.of("stepName", "s"), "text"));
        given.put("freeForm", Map.of("leftAlone", 1));
        given.put("unKnown", 1);

        // when
        Map<String, Object> wire = json.fields(Plan.class).toWire(given);

        // then
        assertThat(json.text(wire))
                .isEqualTo("{\"step_count\":null,\"plan_id\":\"wire\",\"all_steps\":[{\"step_name\":\"s\"},\"text\"],"
                        + "\"free_form\":{\"leftAlone\":1},\"unKnown\":1}");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
