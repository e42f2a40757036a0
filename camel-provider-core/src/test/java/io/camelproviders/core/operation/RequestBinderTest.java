/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.json.Json;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBinderTest {

    private final Json json = Json.standard();
    private final RequestBinder binder = new RequestBinder("acme", "CamelAcme", json);

    private static MapCallInputs sending() {
        return new MapCallInputs().uri("agentId", "A").uri("conversationId", "C");
    }

    private String body(Operation operation, MapCallInputs inputs) {
        OperationCall call = binder.bind(operation, inputs);
        return call.body() == null ? "none" : json.text(call.body());
    }

    private String query(MapCallInputs inputs) {
        return PathTemplate.query(
                binder.bind(SampleOperations.LIST, inputs.uri("agentId", "A")).query());
    }

    @Test
    void idsInAnObjectBodyAddressTheCallAndAreNotSent() {
        // given
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("agent_id", "A");
        body.put("conversationId", 7);
        body.put("message", "hi");

        // when
        OperationCall call = binder.bind(SampleOperations.SEND, new MapCallInputs().body(body));

        // then
        assertThat(call.path()).isEqualTo(Map.of("agentId", "A", "conversationId", "7"));
        assertThat(call.body()).isEqualTo(Map.of("message", "hi"));
        assertThat(body).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"message\":\"x\",\"role\":\"admin\"}", "[1]", "42", "${header.x} {{p}} #bean:x RAW(y)", "null"
            })
    void aTextBodyIsTextHoweverMuchItLooksLikeJson(String text) {
        assertThat(binder.bind(SampleOperations.SEND, sending().body(text)).body())
                .isEqualTo(Map.of("message", text));
    }

    @Test
    void aTextBodyIsJsonWhereTheRouteSaysSo() {
        assertThat(body(
                        SampleOperations.SEND,
                        sending().json().body("{\"message\":\"x\",\"maxTokens\":3,\"new\":null}")))
                .isEqualTo("{\"message\":\"x\",\"max_tokens\":3,\"new\":null}");
    }

    @Test
    void everyKindOfObjectBodyGivesTheSameRequest() {
        // given
        String text = "{\"message\":\"é\",\"role\":\"user\"}";
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("message", "é");
        map.put("role", "user");
        List<Object> bodies = List.of(
                bytes,
                new ByteArrayInputStream(bytes),
                json.tree(bytes),
                map,
                new SampleOperations.Send("é", "user", null, null, Map.of()));

        // when, then
        assertThat(bodies).allSatisfy(given -> assertThat(
                        body(SampleOperations.SEND, sending().json().body(given)))
                .isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "{", "{}{}", "\"x\"", "null", "{\"canary"})
    void aJsonBodyThatIsNoObjectIsRefused(String text) {
        assertThatThrownBy(() -> binder.bind(SampleOperations.CREATE, new MapCallInputs().body(text)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("acme:things/create: the message body must be a JSON object")
                .hasMessageNotContaining("canary");
    }

    @Test
    void aBodyOfAnUnknownTypeIsRefusedByItsName() {
        assertThatThrownBy(() -> binder.bind(SampleOperations.CREATE, new MapCallInputs().body(new StringBuffer[0])))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("StringBuffer[]");
    }

    @Test
    void anOperationWithoutABodyIgnoresTextsAndRecords() {
        // given
        List<Object> left = List.of(
                "some {text", new byte[] {1}, new SampleOperations.Send("m", null, null, null, Map.of("limit", 3)));

        // when, then
        assertThat(left).allSatisfy(body -> {
            OperationCall call = binder.bind(
                    SampleOperations.LIST,
                    new MapCallInputs().uri("agentId", "A").body(body));
            assertThat(call.body()).isNull();
            assertThat(call.query()).isEmpty();
        });
    }

    @Test
    void camelCaseOfKnownFieldsIsAcceptedAndTheWireNameWins() {
        // given
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("maxTokens", 1);
        body.put("max_tokens", 2);
        body.put("authConfig", Map.of("headerName", "h", "otherName", 1));
        body.put("message", "m");
        body.put("someThing", Arrays.asList(1, null));

        // when, then
        assertThat(binder.bind(SampleOperations.SEND, sending().body(body)).body())
                .isEqualTo(Map.of(
                        "max_tokens",
                        2,
                        "auth_config",
                        Map.of("header_name", "h", "otherName", 1),
                        "message",
                        "m",
                        "someThing",
                        Arrays.asList(1, null)));
    }

    @Test
    void theTextMayStandInOptionHeaderOrField() {
        assertThat(body(
                        SampleOperations.SEND,
                        sending().uri("message", "u").header("Message", "h").body("b")))
                .isEqualTo("{\"message\":\"u\"}");
        assertThat(body(SampleOperations.SEND, sending().header("Message", "h").body(Map.of("message", "b"))))
                .isEqualTo("{\"message\":\"h\"}");
        assertThat(body(SampleOperations.SEND, sending().body(12))).isEqualTo("{\"message\":\"12\"}");
    }

    @Test
    void aMissingIdNamesItselfAndItsPlaces() {
        assertThatThrownBy(() -> binder.bind(SampleOperations.LIST, new MapCallInputs()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("acme:messages/list: agentId is missing")
                .hasMessageContaining("endpoint option agentId")
                .hasMessageContaining("header CamelAcmeAgentId")
                .hasMessageContaining("component's default")
                .hasMessageContaining("Nothing was sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"message\":null}"})
    void aMissingTextNamesItselfAndItsPlaces(String text) {
        assertThatThrownBy(() ->
                        binder.bind(SampleOperations.SEND, sending().json().body(text)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("message is missing")
                .hasMessageContaining("header CamelAcmeMessage");
        assertThatThrownBy(() -> binder.bind(SampleOperations.SEND, sending().body("")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aMissingFieldNamesItselfAndItsPlaces() {
        assertThatThrownBy(() -> binder.bind(SampleOperations.CREATE, new MapCallInputs().body(Map.of("x", 1))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("role is missing")
                .hasMessageContaining("param.role")
                .hasMessageContaining("field role of the message body (a Map, JSON or Send)");
    }

    @Test
    void anOptionalBodyIsLeftOutWhenEmpty() {
        // given
        MapCallInputs inputs = new MapCallInputs().uri("thingId", "T");

        // when, then
        assertThat(body(SampleOperations.MERGE, inputs)).isEqualTo("none");
        assertThat(body(SampleOperations.MERGE, inputs.body(Map.of()))).isEqualTo("none");
        assertThat(body(SampleOperations.MERGE, inputs.body(Map.of("aB", 1)))).isEqualTo("{\"aB\":1}");
    }

    @Test
    void queryValuesStandInTheTablesOrder() {
        assertThat(query(new MapCallInputs()
                        .header("IsTest", true)
                        .uri("search", "a&b")
                        .header("Limit", " 20 ")
                        .uri("page", "2")))
                .isEqualTo("?page=2&limit=20&search=a%26b&is_test=true");
    }

    @ParameterizedTest
    @CsvSource({
        "isTest, IsTest, yes",
        "isTest, IsTest, 1",
        "page, Page, 1.5",
        "page, Page, abc",
        "page, Page, 99999999999999999999999999999999999",
        "limit, Limit, 0x10"
    })
    void aValueOfTheWrongTypeIsRefused(String option, String suffix, String value) {
        assertThatThrownBy(() -> query(new MapCallInputs().uri(option, value)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("parameter " + option + " must be");
        assertThatThrownBy(() -> query(new MapCallInputs().header(suffix, value)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aListIsNoValueOfAHeader() {
        for (Object many : List.of(List.of("A", "B"), new String[] {"A"}, Map.of(), new byte[] {65})) {
            assertThatThrownBy(() -> binder.bind(SampleOperations.LIST, new MapCallInputs().header("AgentId", many)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("single");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-06-24T08:23:02.384 01:00 | 2026-06-24T08:23:02.384+01:00",
                "2026-06-24T08:23:02 0100      | 2026-06-24T08:23:02+0100",
                "2026-06-24T08:23:02-01:00     | 2026-06-24T08:23:02-01:00",
                "m_9 x                         | m_9 x"
            })
    void aTimeZoneWhosePlusBecameABlankIsRepaired(String given, String repaired) {
        assertThat(binder.bind(
                                SampleOperations.LIST,
                                new MapCallInputs().uri("agentId", "A").uri("after", given))
                        .query())
                .containsEntry("after", repaired);
    }

    @Test
    void aCursorIsBounded() {
        assertThatThrownBy(() -> query(new MapCallInputs().uri("after", "x".repeat(1_025))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void anEmptyQueryValueInTheUriPinsItToNothing() {
        assertThat(query(new MapCallInputs().uri("search", "").header("Search", "steered")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a\nb"})
    void anUnfitIdIsRefusedHoweverItCame(String id) {
        assertThatThrownBy(() -> binder.bind(SampleOperations.LIST, new MapCallInputs().header("AgentId", id)))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> binder.bind(
                        SampleOperations.LIST,
                        new MapCallInputs().uri("agentId", id).header("AgentId", "ok")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void theCallersRequestIdAndKeyAreUsed() {
        // given
        MapCallInputs inputs = sending()
                .body("x")
                .http("x-request-id", "mine")
                .http("X-Other", "1")
                .key(" k-1 ");

        // when
        OperationCall call = binder.bind(SampleOperations.SEND, inputs);

        // then
        assertThat(call.requestId()).isEqualTo("mine");
        assertThat(call.idempotencyKey()).isEqualTo("k-1");
        assertThat(call.headers()).extracting("name").containsExactly("X-Other");
        assertThat(binder.bind(SampleOperations.SEND, sending().body("x")).requestId())
                .hasSize(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "authorization", "Content-Length", "Idempotency-Key"})
    void headersOfTheComponentsOwnAreRefused(String name) {
        assertThatThrownBy(() ->
                        binder.bind(SampleOperations.SEND, sending().body("x").http(name, "1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("httpHeader." + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "é", "\u0000"})
    void anUnfitKeyIsRefused(String key) {
        assertThatThrownBy(() ->
                        binder.bind(SampleOperations.SEND, sending().body("x").key(key)))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() ->
                        binder.bind(SampleOperations.SEND, sending().body("x").key("k".repeat(256))))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aCallNeverPrintsWhatItHolds() {
        assertThat(binder.bind(SampleOperations.SEND, sending().body("canary")).withQuery("ticket", "canary"))
                .asString()
                .startsWith("BoundCall[messages/send ")
                .doesNotContain("canary");
    }
}
