/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.core.error.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Untyped JSON values: exact, well-formed, unmodifiable, serializable. */
class JsonValuesTest {

    private static final String DOCUMENT =
            "{\"amount\":12345678901234567890.12,\"price\":1.10,\"n\":12345678901234567890,\"o\":{\"a\":[{\"b\":null}]}}";

    private final Json json = Json.standard();

    /** Money. */
    record Money(BigDecimal amount, BigDecimal price) {}

    /** A model with free parts. */
    record Loose(
            @Nullable String name,
            @Nullable Object value,
            @Nullable Map<String, Object> object,
            @Nullable List<Object> list,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {
        Loose {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void numbersKeepValueAndScale() {
        assertThat(json.text(json.plain(utf8(DOCUMENT)))).isEqualTo(DOCUMENT);
        assertThat(json.tree(utf8(DOCUMENT))).hasToString(DOCUMENT);
        assertThat(json.text(json.tree(utf8(DOCUMENT)))).isEqualTo(DOCUMENT);
        assertThat(json.text(json.map(json.tree(utf8(DOCUMENT))))).isEqualTo(DOCUMENT);
        assertThat(json.read(utf8(DOCUMENT), Money.class))
                .isEqualTo(new Money(new BigDecimal("12345678901234567890.12"), new BigDecimal("1.10")));
    }

    @Test
    void objectsAndArraysAreUnmodifiableAtEveryDepth() {
        // given
        ProviderMap map = (ProviderMap) json.plain(utf8(DOCUMENT));
        ProviderMap nested = (ProviderMap) map.get("o");
        ProviderList<?> list = (ProviderList<?>) nested.get("a");

        // when, then
        assertThat(list.get(0)).isInstanceOf(ProviderMap.class).isEqualTo(Collections.singletonMap("b", null));
        for (Map<String, Object> each : List.of(map, nested)) {
            assertThatThrownBy(() -> each.put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> each.entrySet().iterator().next().setValue(1))
                    .isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(each::clear).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThatThrownBy(() -> list.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void freePartsOfRecordsAreResponsesToo() {
        // when
        Loose loose = json.read(
                utf8("{\"name\":\"n\",\"value\":[{}],\"object\":{\"a\":{}},\"list\":[[]],\"x\":{\"y\":[1]}}"),
                Loose.class);

        // then
        assertThat(loose.value()).isInstanceOf(ProviderList.class);
        assertThat(loose.object()).isInstanceOf(ProviderMap.class);
        assertThat(loose.object().get("a")).isInstanceOf(ProviderMap.class);
        assertThat(loose.list()).isInstanceOf(ProviderList.class);
        assertThat(loose.additionalProperties()).isInstanceOf(ProviderMap.class);
        assertThat(loose.additionalProperties().get("x")).isInstanceOf(ProviderMap.class);
    }

    @Test
    void aCopySharesNothingWithItsSourceAndAnotherCopyCanBeChanged() {
        // given
        List<Object> inner = new ArrayList<>(List.of(1));
        Map<String, Object> source = new LinkedHashMap<>(Map.of("list", inner));

        // when
        ProviderMap copy = ProviderMap.copyOf(source);
        inner.add(2);
        source.put("more", 1);
        Map<String, Object> own = copy.toMap();
        own.put("list", "mine");

        // then
        assertThat(copy).isEqualTo(Map.of("list", List.of(1)));
        assertThat(own).isEqualTo(Map.of("list", "mine"));
        assertThat(ProviderMap.copyOf(copy)).isSameAs(copy);
        assertThat(json.map(new Loose("n", Map.of("a", List.of()), null, null, Map.of()))
                        .get("value"))
                .isInstanceOf(LinkedHashMap.class);
    }

    @Test
    void aMapPrintsNoSecrets() {
        assertThat(ProviderMap.copyOf(Map.of("accessToken", "canary"))).hasToString("{accessToken=xxxxxx}");
        assertThat(ProviderMap.copyOf(Map.of("a", Map.of("password", "canary"))))
                .hasToString("{a={password=xxxxxx}}");
    }

    @Test
    void recordsMapsAndListsSurviveSerialization() throws Exception {
        // given
        Loose loose = json.read(utf8("{\"name\":\"n\",\"value\":1.10,\"x\":{\"y\":[1,null]}}"), Loose.class);
        Object answer = new ProviderList<>(List.of(loose, json.plain(utf8(DOCUMENT)), "t"));

        // when
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(answer);
        Object back = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

        // then
        assertThat(back).isEqualTo(answer).isInstanceOf(ProviderList.class);
        assertThat(((Loose) ((List<?>) back).get(0)).additionalProperties()).isInstanceOf(ProviderMap.class);
    }

    @Test
    void anotherMapperDoesNotWriteNullsThatWereNotSet() throws Exception {
        // given
        Loose loose = new Loose("n", null, null, null, Collections.singletonMap("cleared", null));

        // when, then
        assertThat(new ObjectMapper().writeValueAsString(loose)).isEqualTo("{\"name\":\"n\",\"cleared\":null}");
        assertThat(json.text(loose)).isEqualTo("{\"name\":\"n\",\"cleared\":null}");
    }

    @Test
    void halfASurrogatePairBecomesTheReplacementCharacterAndTheRestStays() {
        assertThat(json.text(Map.of("ab\ud83d cd", "\ude00x\ud83d"))).isEqualTo("{\"ab\uFFFD cd\":\"\uFFFDx\uFFFD\"}");
        assertThat(json.bytes("\ud83d\ude00é\ud83d")).isEqualTo(utf8("\"\ud83d\ude00é\uFFFD\""));
        assertThat(json.text(json.tree("ab\ud83d cd"))).isEqualTo("\"ab\uFFFD cd\"");
    }

    static Stream<Object> notFinite() {
        return Stream.of(
                Double.NaN,
                Float.POSITIVE_INFINITY,
                new double[] {Double.NEGATIVE_INFINITY},
                Map.of("x", List.of(Double.NaN)),
                new Loose(null, Double.NaN, null, null, Map.of()),
                new ObjectMapper().getNodeFactory().numberNode(Double.NaN));
    }

    @ParameterizedTest
    @MethodSource("notFinite")
    void numbersThatJsonCannotExpressAreRefused(Object value) {
        assertThatThrownBy(() -> json.bytes(value))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("NaN or infinite");
        if (value instanceof Loose loose) {
            assertThatThrownBy(() -> json.bytes(json.map(loose))).isInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void aNullInAListStays() {
        assertThat(new ProviderList<>(Arrays.asList(1, null))).containsExactly(1, null);
    }
}
