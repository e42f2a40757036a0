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

class ParamOptionsTest {

    private final Json json = Json.standard();
    private final RequestBinder binder = new RequestBinder("acme", "CamelAcme", json);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x               | true        | {`x`:true}",
                "x               | null        | {`x`:null}",
                "x               | 12          | {`x`:12}",
                "x               | -1.50       | {`x`:-1.50}",
                "x               | 1e2         | {`x`:1E+2}",
                "x               | 007         | {`x`:`007`}",
                "x               | +234        | {`x`:`+234`}",
                "x               | NaN         | {`x`:`NaN`}",
                "x               | \"12\"      | {`x`:`12`}",
                "x               | [1]         | {`x`:[1]}",
                "x               | {\"a\":{\"b\":1.10}} | {`x`:{`a`:{`b`:1.10}}}",
                "x               | []          | {`x`:[]}",
                "x               | \"[1]\"     | {`x`:`[1]`}",
                "role            | [draft] a   | {}",
                "x.y.z           | 1           | {`x`:{`y`:{`z`:1}}}",
                "param.x         | 1           | {`x`:1}",
                "maxTokens       | 9           | {`max_tokens`:9}",
                "authConfig.headerName | 234   | {`auth_config`:{`header_name`:`234`}}",
            })
    void extrasAreParsedAndNest(String name, String value, String expected) {
        // given
        MapCallInputs inputs = new MapCallInputs().body("{\"role\":\"r\"}").extra(name, value);

        // when
        Map<String, Object> body =
                new LinkedHashMap<>(binder.bind(SampleOperations.CREATE, inputs).body());
        body.remove("role");

        // then
        assertThat(json.text(body)).isEqualTo(expected.replace('`', '"'));
    }

    @Test
    void anExtraOfAKnownTextStaysText() {
        assertThat(body(SampleOperations.CREATE, new MapCallInputs().extra("role", "2348000000000")))
                .isEqualTo("{\"role\":\"2348000000000\"}");
    }

    @Test
    void extrasReachIntoAnObjectOfTheBodyWithoutChangingTheCallersMap() {
        // given
        Map<String, Object> inner = new LinkedHashMap<>(Map.of("a", 1));
        Map<String, Object> body = Map.of("role", "r", "x", inner);

        // when
        OperationCall call = binder.bind(
                SampleOperations.CREATE, new MapCallInputs().body(body).extra("x.b", "2"));

        // then
        assertThat(json.tree(call.body()).get("x")).hasToString("{\"a\":1,\"b\":2}");
        assertThat(inner).hasSize(1);
        assertThatThrownBy(() -> binder.bind(
                        SampleOperations.CREATE,
                        new MapCallInputs().body(Map.of("role", "r")).extra("role.b", "2")))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void extrasOfACallWithoutABodyBecomeQueryValues() {
        assertThat(query(new MapCallInputs()
                        .uri("agentId", "A")
                        .extra("new_filter", "x y")
                        .uri("limit", 5)))
                .isEqualTo("?limit=5&new_filter=x+y");
    }

    private String body(Operation operation, MapCallInputs inputs) {
        return json.text(binder.bind(operation, inputs).body());
    }

    private String query(MapCallInputs inputs) {
        return PathTemplate.query(binder.bind(SampleOperations.LIST, inputs).query());
    }
}
