/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which place a value is taken from, what an empty value means, and whose data a body may name. */
class ParameterSourcesTest {

    private final Json json = Json.standard();
    private final RequestBinder binder = new RequestBinder("acme", "CamelAcme", json);

    private String ask(MapCallInputs inputs) {
        return json.text(binder.bind(SampleOperations.ASK, inputs).body());
    }

    private String agent(MapCallInputs inputs) {
        return binder.bind(SampleOperations.LIST, inputs).path().get("agentId");
    }

    private static MapCallInputs asking() {
        return new MapCallInputs().uri("input", "hi");
    }

    @Test
    void aParameterComesFromTheUriElseTheHeaderElseTheBody() {
        // given
        Map<String, Object> body = Map.of("quality", "body");

        // when, then
        assertThat(ask(asking().body(body))).isEqualTo("{\"input\":\"hi\",\"quality\":\"body\"}");
        assertThat(ask(asking().body(body).header("Quality", "header")))
                .isEqualTo("{\"input\":\"hi\",\"quality\":\"header\"}");
        assertThat(ask(asking().body(body).header("Quality", "header").uri("quality", "uri")))
                .isEqualTo("{\"input\":\"hi\",\"quality\":\"uri\"}");
        assertThat(ask(asking().fallback("quality", "component"))).isEqualTo("{\"input\":\"hi\"}");
    }

    @Test
    void aPathIdComesFromTheUriElseTheHeaderElseTheComponentElseTheBody() {
        assertThat(agent(new MapCallInputs().body(Map.of("agentId", "body")))).isEqualTo("body");
        assertThat(agent(new MapCallInputs().fallback("agentId", "component"))).isEqualTo("component");
        assertThat(agent(new MapCallInputs().fallback("agentId", "component").header("AgentId", "header")))
                .isEqualTo("header");
        assertThat(agent(new MapCallInputs().header("AgentId", "header").uri("agentId", "uri")))
                .isEqualTo("uri");
    }

    @Test
    void theUserComesFromTheComponentBeforeTheBody() {
        assertThat(ask(asking().fallback("user", "u1"))).isEqualTo("{\"input\":\"hi\",\"user\":\"u1\"}");
        assertThat(ask(asking().body(Map.of("user", "u2")))).isEqualTo("{\"input\":\"hi\",\"user\":\"u2\"}");
        assertThat(ask(asking().body(Map.of("user", "u1")).fallback("user", "u1")))
                .isEqualTo("{\"input\":\"hi\",\"user\":\"u1\"}");
        assertThat(ask(asking().header("User", "u3").fallback("user", "u1"))).contains("\"u3\"");
    }

    @Test
    void aBodyThatNamesAnotherUserIsRefusedWithTheCure() {
        // given
        Map<String, Object> body = Map.of("user", "ceo@example.org");

        // when, then
        assertThatThrownBy(() -> ask(asking().body(body).fallback("user", "u1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("another user than the component; set header CamelAcmeUser. Nothing was sent")
                .hasMessageNotContaining("ceo");
        assertThatThrownBy(() -> ask(asking().body(body).header("User", "u1")))
                .hasMessageContaining("than the header; remove it from the body, or from the URI or header");
        assertThatThrownBy(() -> ask(asking().body(body).uri("user", "u1")))
                .hasMessageContaining("than the endpoint URI; remove it from the body, or from the URI or header");
        assertThatThrownBy(() -> ask(asking().body(body).extra("user", "u1")))
                .hasMessageContaining("than the endpoint URI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agentId", "agent_id"})
    void aBodyThatNamesAnotherThingIsRefusedInEitherSpelling(String name) {
        // given
        Map<String, Object> body = new LinkedHashMap<>(Map.of(name, "B", "limit", 3));

        // when, then
        assertThatThrownBy(() -> agent(new MapCallInputs().body(body).uri("agentId", "A")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("another agentId than the endpoint URI");
        assertThatThrownBy(() -> agent(new MapCallInputs().body(body).fallback("agentId", "A")))
                .hasMessageContaining("set header CamelAcmeAgentId");
        assertThat(agent(new MapCallInputs().body(body).uri("agentId", "B"))).isEqualTo("B");
    }

    @Test
    void aFieldOfTheRequestModelMayHaveThePathIdsName() {
        // given
        Operation clone = Operation.builder("POST", "things/clone", "/things/{role}/clone")
                .title("Clones.")
                .body(SampleOperations.Send.class)
                .build();

        // when
        OperationCall call =
                binder.bind(clone, new MapCallInputs().uri("role", "A").body(Map.of("role", "other")));

        // then
        assertThat(call.path()).containsEntry("role", "A");
        assertThat(call.body()).isEqualTo(Map.of("role", "other"));
    }

    // ---- Empty values ----

    @Test
    void anEmptyUriOptionPinsItsParameterToNothing() {
        assertThat(ask(asking().uri("quality", "")
                        .uri("maxResults", "")
                        .header("Quality", "steered")
                        .body(Map.of("quality", "steered", "max_results", 5))))
                .isEqualTo("{\"input\":\"hi\"}");
        assertThat(json.text(binder.bind(
                                SampleOperations.SEARCH,
                                new MapCallInputs().uri("query", "").body("steered"))
                        .body()))
                .isEqualTo("{}");
    }

    @Test
    void anEmptyHeaderIsNoHeader() {
        assertThat(ask(asking().header("Quality", "").body(Map.of("quality", "body"))))
                .isEqualTo("{\"input\":\"hi\",\"quality\":\"body\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyUserIsRefusedWhereverItStands(String empty) {
        assertThatThrownBy(() -> ask(asking().uri("user", empty).fallback("user", "u1")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("user is empty in the endpoint URI")
                .hasMessageContaining("user={{?name-of-the-property}}");
        assertThatThrownBy(() -> ask(asking().header("User", empty).fallback("user", "u1")))
                .hasMessageContaining("user is empty in the header CamelAcmeUser");
        assertThatThrownBy(() -> ask(asking().fallback("user", empty)))
                .hasMessageContaining("user is empty in the component option user");
        assertThatThrownBy(() -> ask(asking().body(Map.of("user", empty)))).hasMessageContaining("user is missing");
        assertThatThrownBy(() -> ask(asking().extra("user", empty)))
                .hasMessageContaining("user is empty in the endpoint option param.user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyIdOrRequiredTextIsRefusedInUriAndHeader(String empty) {
        assertThatThrownBy(() -> agent(new MapCallInputs().uri("agentId", empty).fallback("agentId", "A")))
                .hasMessageContaining("agentId is empty in the endpoint URI");
        assertThatThrownBy(
                        () -> agent(new MapCallInputs().header("AgentId", empty).fallback("agentId", "A")))
                .hasMessageContaining("agentId is empty in the header CamelAcmeAgentId");
        assertThatThrownBy(() -> ask(new MapCallInputs().uri("input", empty).body("hi")))
                .hasMessageContaining("input is empty in the endpoint URI");
        assertThatThrownBy(() -> ask(new MapCallInputs().header("Input", empty).body("hi")))
                .hasMessageContaining("input is empty in the header CamelAcmeInput");
        assertThatThrownBy(() -> ask(new MapCallInputs().body(empty))).hasMessageContaining("input is missing");
        assertThatThrownBy(() -> ask(new MapCallInputs().body(Map.of("input", empty))))
                .hasMessageContaining("input is missing");
    }

    @Test
    void anEmptyStringInAnObjectBodyIsSentAsGiven() {
        assertThat(ask(asking().body(Map.of("quality", "")))).isEqualTo("{\"input\":\"hi\",\"quality\":\"\"}");
    }

    // ---- Parameters as param. options ----

    @Test
    void aParamOptionOfAParameterRanksAsTheUri() {
        assertThat(ask(asking().extra("max_results", "5")
                        .header("MaxResults", 9)
                        .body(Map.of("max_results", 7))))
                .isEqualTo("{\"input\":\"hi\",\"max_results\":5}");
        assertThat(ask(new MapCallInputs().extra("param.input", "12").body("steered")))
                .isEqualTo("{\"input\":\"12\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "secret_key | canary",
                "param.password | canary",
                "token | canary",
                "refreshToken | canary",
                "llm_api_key | canary",
                "auth_config.value | canary",
                "authConfig.apiKey | canary",
                "auth_config | {\"token\":\"canary\"}",
                "tools | [{\"auth_config\":{\"password\":\"canary\"}}]",
            })
    void aSecretInAUriIsRefusedByNameAndWithoutItsValue(String name, String value) {
        // given
        String bare = name.startsWith("param.") ? name.substring(6) : name;

        // when, then
        assertThatThrownBy(() -> ask(asking().extra(name, value)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("option param." + bare + " holds a secret")
                .hasMessageContaining("message body")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> binder.checkParams(Map.of(name, value)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void whatOnlySoundsLikeASecretIsNone() {
        assertThat(ask(asking().extra("max_tokens", "5").extra("auth_config.header_name", "X")))
                .isEqualTo("{\"input\":\"hi\",\"max_tokens\":5,\"auth_config\":{\"header_name\":\"X\"}}");
    }

    @Test
    void brokenJsonInAParamOptionIsRefusedWithoutItsValue() {
        assertThatThrownBy(() -> ask(asking().extra("options", "{\"canary\":tru}")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("option param.options begins like a JSON object")
                .hasMessageNotContaining("canary");
    }
}
