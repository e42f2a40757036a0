/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.retry.RetrySafety;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgptOperationsTest {

    @ParameterizedTest
    @CsvSource({
        "recall/ask, PAID, true, true, input",
        "recall/run, PAID, true, true, input",
        "recall/search, SAFE, true, false, query",
        "datasources/list, SAFE, true, false, ",
        "datasources/disconnect, UNSAFE, false, false, ",
        "connectors/authorize, UNSAFE, false, false, "
    })
    void eachRowIsAsThePublicSurfaceSays(String name, RetrySafety repeat, boolean polls, boolean streams, String text) {
        Operation row = IgptOperations.TABLE.get(name);

        assertThat(row.method()).isEqualTo("POST");
        assertThat(row.path()).isEqualTo("/" + name + "/");
        assertThat(row.repeat()).isEqualTo(repeat);
        assertThat(row.can(Role.PRODUCER)).isTrue();
        assertThat(row.can(Role.POLLING_CONSUMER)).isEqualTo(polls);
        assertThat(row.streams()).isEqualTo(streams);
        assertThat(row.text().map(Parameter::wireName)).isEqualTo(Optional.ofNullable(text));
        assertThat(row.parameters().get(0).wireName()).isEqualTo("user");
    }

    @Test
    void thereAreSixOperations() {
        assertThat(IgptOperations.TABLE.names()).hasSize(6);
    }

    @Test
    void aRequestCarriesTheKeyAndItsMediaType() {
        IgptProtocol protocol = new IgptProtocol(" secret-key\n", Json.standard());

        List<HttpHeader> headers = protocol.headers(call());

        assertThat(headers)
                .extracting(HttpHeader::name, HttpHeader::value)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("Authorization", "Bearer secret-key"),
                        org.assertj.core.groups.Tuple.tuple("Content-Type", "application/json"),
                        org.assertj.core.groups.Tuple.tuple("Accept", "*/*"),
                        org.assertj.core.groups.Tuple.tuple("X-Client", "camel-igpt"));
        assertThat(headers.toString()).doesNotContain("secret-key");
    }

    @Test
    void withoutAKeyNothingIsSent() {
        IgptProtocol protocol = new IgptProtocol(null, Json.standard());

        assertThatThrownBy(() -> protocol.headers(call()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("apiKey");
    }

    private static OperationCall call() {
        return new OperationCall(
                IgptOperations.ASK, Map.of(), Map.of(), Map.of("input", "hi"), List.of(), null, "r-1", null);
    }
}
