/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.camelproviders.bimpeai.model.Messages.SendMessage;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.testkit.Request;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message carries values; it never decides where a call goes or what it does. */
class UntrustedHeadersTest {

    private final CallTestSupport rig = new CallTestSupport();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void headersChooseNeitherHostNorOperationNorWhatTheUriGives() {
        // given
        Map<String, Object> headers = Map.of(
                "CamelBimpeaiBaseUrl",
                "http://127.0.0.1:1",
                "CamelHttpUri",
                "http://127.0.0.1:1",
                "cAmelHttpUri",
                "http://127.0.0.1:1",
                "CamelBimpeaiApiKey",
                "sk_other",
                "CamelBimpeaiOperation",
                "agents/delete",
                "camelbimpeaioperation",
                "agents/delete",
                "CamelHttpMethod",
                "DELETE",
                BimpeaiConstants.AGENT_ID,
                "other");

        // when
        Exchange exchange = rig.send("bimpeai:agents/retrieve?agentId=" + rig.agent, null, headers);

        // then
        assertThat(exchange.getException()).isNull();
        assertThat(rig.last().method()).isEqualTo("GET");
        assertThat(rig.last().path()).isEqualTo("/api/v1/console/agents/" + rig.agent);
        assertThat(rig.last().header("Authorization")).contains("Bearer " + rig.server.apiKey());
    }

    @Test
    void aListOfValuesIsNoId() {
        Exchange exchange =
                rig.send("bimpeai:agents/retrieve", null, Map.of(BimpeaiConstants.AGENT_ID, List.of("a", "b")));

        assertThat(exchange.getException()).isInstanceOf(InvalidRequestException.class);
        assertThat(rig.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../admin", "..", ".", "", " ", "a\r\nX-Evil: 1", "a\u0000b"})
    void anIdThatLeadsElsewhereIsRefused(String id) {
        Exchange exchange = rig.send("bimpeai:agents/retrieve", null, Map.of(BimpeaiConstants.AGENT_ID, id));

        assertThat(exchange.getException()).isInstanceOf(InvalidRequestException.class);
        assertThat(exchange.getException().getMessage())
                .doesNotContain("\r")
                .doesNotContain("\n")
                .doesNotContain("\u0000");
        assertThat(rig.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a%2Fb", "a?x=1", "a#f", "a;b", "a\\b", "a b", "\uD83D\uDE00"})
    void anIdIsOneSegmentWhateverStandsInIt(String id) {
        rig.send("bimpeai:agents/retrieve", null, Map.of(BimpeaiConstants.AGENT_ID, id));

        assertThat(rig.last().pathSegments()).hasSize(5).last().isEqualTo(id);
        assertThat(rig.last().rawQuery()).isEmpty();
    }

    @Test
    void aKeyWithALineBreakIsRefused() {
        Exchange exchange =
                rig.send(rig.messagesSend(), "Hi", Map.of(BimpeaiConstants.IDEMPOTENCY_KEY, "k\r\nX-Evil: 1"));

        assertThat(exchange.getException()).isNotNull();
        assertThat(rig.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"message\":\"other\",\"role\":\"user\"}",
                "[1]",
                "${header.x}",
                "{{prop}}",
                "#bean:x",
                "RAW(hi)",
                "$simple{sys.user.home}",
                "a=b&role=user",
                "\u65E5\u672C \uD83D\uDE00"
            })
    void aCustomersTextIsSentAsItIs(String text) {
        Exchange exchange = rig.send(rig.messagesSend(), text, Map.of("x", "evaluated"));

        assertThat(exchange.getException()).isNull();
        assertThat(rig.last().json().size()).isEqualTo(1);
        assertThat(rig.last().json().path("message").asText()).isEqualTo(text);
    }

    static Stream<Object> bodies() {
        String json = "{\"message\":\"Hi\",\"role\":\"user\",\"extra\":{\"a\":[1]}}";
        return Stream.of(
                Map.of("message", "Hi", "role", "user", "extra", Map.of("a", List.of(1))),
                new SendMessage("Hi", "user", Map.of("extra", Map.of("a", List.of(1)))),
                json.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", "Hi")
                        .put("role", "user")
                        .set(
                                "extra",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .set(
                                                "a",
                                                JsonNodeFactory.instance
                                                        .arrayNode()
                                                        .add(1))));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void mapRecordAndJsonSayTheSame(Object body) {
        Exchange exchange = rig.send(rig.messagesSend() + "&textInput=false", body);

        Request request = rig.last();
        assertThat(request.json().path("message").asText()).isEqualTo("Hi");
        assertThat(request.json().path("role").asText()).isEqualTo("user");
        assertThat(request.bodyText()).contains("\"extra\":{\"a\":[1]}");
        assertThat(exchange.getException()).isNull();
    }

    @Test
    void aTextIsTextWhateverItsContentTypeSaysUntilTheEndpointSaysOtherwise() {
        String json = "{\"message\":\"Hi\",\"role\":\"user\"}";
        Map<String, Object> type = Map.of(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");

        rig.send(rig.messagesSend(), json, type);
        assertThat(rig.last().json().path("message").asText()).isEqualTo(json);

        rig.send(rig.messagesSend() + "&textInput=false", json, type);
        assertThat(rig.last().bodyText()).isEqualTo(json);
    }

    @Test
    void whatIsWrittenIsNeverRead() throws IllegalAccessException {
        for (java.lang.reflect.Field field : BimpeaiConstants.class.getFields()) {
            String header = String.valueOf(field.get(null));
            boolean written = header.startsWith("CamelBimpeaiResponse") || header.startsWith("CamelBimpeaiEvent");
            boolean read = io.camelproviders.bimpeai.operation.BimpeaiOperations.TABLE.all().stream()
                    .flatMap(row -> row.parameters().stream())
                    .anyMatch(parameter -> header.equals(BimpeaiConstants.PREFIX + parameter.headerSuffix()));
            assertThat(written && read).as(header).isFalse();
        }
    }
}
