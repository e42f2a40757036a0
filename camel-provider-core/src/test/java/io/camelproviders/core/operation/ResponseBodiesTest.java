/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.json.ProviderMap;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The response of one call in the message body of the next is never read as request fields. */
class ResponseBodiesTest {

    private static final String ANSWER =
            "{\"output\":\"done\",\"user\":\"ceo@example.org\",\"max_results\":1000,\"agentId\":\"other\"}";

    private final Json json = Json.standard();
    private final RequestBinder binder = new RequestBinder("acme", "CamelAcme", json);

    private static ProviderMap answer() {
        return (ProviderMap) Json.standard().plain(ANSWER.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Object> responses() {
        return Stream.of(
                answer(),
                new ProviderList<>(List.of(Map.of("user", "ceo@example.org"))),
                new SampleOperations.Thing("T", Map.of("user", "ceo@example.org", "role", "admin")),
                new SampleOperations.Reply("", "admin", Map.of("user", "ceo@example.org")));
    }

    private String body(Operation operation, MapCallInputs inputs) {
        OperationCall call = binder.bind(operation, inputs);
        return call.body() == null ? "none" : json.text(call.body());
    }

    @ParameterizedTest
    @MethodSource("responses")
    void aCallWhoseValuesStandElsewhereIgnoresAResponse(Object response) {
        assertThat(body(
                        SampleOperations.SEARCH,
                        new MapCallInputs()
                                .uri("query", "fixed")
                                .fallback("user", "u1")
                                .body(response)))
                .isEqualTo("{\"query\":\"fixed\",\"user\":\"u1\"}");
        assertThat(body(
                        SampleOperations.MERGE,
                        new MapCallInputs().uri("thingId", "T").body(response)))
                .isEqualTo("none");
        assertThat(binder.bind(
                                SampleOperations.LIST,
                                new MapCallInputs().uri("agentId", "A").body(response))
                        .query())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("responses")
    void aCallThatLacksAValueIsRefusedAndNamesTheResponse(Object response) {
        // given
        MapCallInputs inputs = new MapCallInputs().body(response).responseOf("igpt:recall/ask");

        // when, then
        assertThatThrownBy(() -> body(SampleOperations.CREATE, inputs))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("role is missing")
                .hasMessageContaining("the message body is the response of igpt:recall/ask, which is never read")
                .hasMessageContaining("param.role");
        assertThatThrownBy(() -> body(SampleOperations.LIST, inputs))
                .hasMessageContaining("agentId is missing")
                .hasMessageContaining("igpt:recall/ask")
                .hasMessageContaining("header CamelAcmeAgentId");
        assertThatThrownBy(() -> body(SampleOperations.ASK, inputs)).hasMessageContaining("input is missing");
    }

    @Test
    void anUpdateThatWouldSendNothingIsRefused() {
        // given
        MapCallInputs inputs = new MapCallInputs()
                .uri("thingId", "T")
                .body(new SampleOperations.Thing("T", Map.of("role", "admin")))
                .responseOf("acme:things/retrieve");

        // when, then
        assertThatThrownBy(() -> body(SampleOperations.UPDATE, inputs))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("there is nothing to update")
                .hasMessageContaining("acme:things/retrieve");
        assertThat(body(SampleOperations.UPDATE, inputs.header("MaxTokens", 3))).isEqualTo("{\"max_tokens\":3}");
    }

    @Test
    void aTextOperationTakesTheObviousTextOfAResponseAndNothingElse() {
        assertThat(body(SampleOperations.ASK, new MapCallInputs().body(answer().withTextField("output"))))
                .isEqualTo("{\"input\":\"done\"}");
        assertThat(body(
                        SampleOperations.ASK,
                        new MapCallInputs().body(new SampleOperations.Reply("hi", "admin", Map.of("user", "x")))))
                .isEqualTo("{\"input\":\"hi\"}");
    }

    @Test
    void aBareTextOfACallIsATextButNeverFields() {
        // given
        MapCallInputs inputs = new MapCallInputs()
                .body("{\"role\":\"admin\",\"input\":\"x\",\"user\":\"ceo\"}")
                .responseOf("igpt:recall/ask");

        // when, then
        assertThat(body(SampleOperations.ASK, inputs))
                .startsWith("{\"input\":\"{")
                .doesNotContain("\"user\":\"ceo\"");
        assertThatThrownBy(() -> body(SampleOperations.CREATE, inputs)).hasMessageContaining("role is missing");
        assertThatThrownBy(() -> body(SampleOperations.ASK, inputs.json())).hasMessageContaining("input is missing");
    }

    @Test
    void aStreamedTextOfACallIsNoRequestEither() {
        // given
        ByteArrayInputStream stream = new ByteArrayInputStream("{\"role\":\"admin\"}".getBytes(StandardCharsets.UTF_8));

        // when, then
        assertThatThrownBy(() -> body(
                        SampleOperations.CREATE,
                        new MapCallInputs().body(stream).responseOf("acme:x")))
                .hasMessageContaining("role is missing");
    }

    @Test
    void whatTheAuthorCopiedIsHisOwn() {
        // given
        Map<String, Object> copy = new LinkedHashMap<>(Map.of("input", "mine"));
        copy.putAll(Map.of("part", answer()));

        // when, then
        assertThat(body(SampleOperations.ASK, new MapCallInputs().body(copy)))
                .startsWith("{\"input\":\"mine\",\"part\":{\"output\":\"done\"");
        assertThat(body(
                        SampleOperations.ASK,
                        new MapCallInputs().uri("input", "i").body(answer().toMap())))
                .contains("\"user\":\"ceo@example.org\"");
        assertThat(body(
                        SampleOperations.CREATE,
                        new MapCallInputs().body(new SampleOperations.Send(null, "r", null, null, Map.of()))))
                .isEqualTo("{\"role\":\"r\"}");
    }
}
