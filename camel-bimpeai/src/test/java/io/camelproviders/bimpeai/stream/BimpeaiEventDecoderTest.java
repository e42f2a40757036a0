/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.json.Json;
import io.camelproviders.core.sse.Frame;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BimpeaiEventDecoderTest {

    private final BimpeaiEventDecoder decoder = new BimpeaiEventDecoder(Json.standard());

    private BimpeaiEvent decode(String type, String data, @Nullable String id, boolean own) {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        return decoder.decode(new Frame(type, bytes, id, own, bytes.length));
    }

    private static BimpeaiEvent.Message message(BimpeaiEvent event) {
        assertThat(event).isInstanceOf(BimpeaiEvent.Message.class);
        return (BimpeaiEvent.Message) event;
    }

    @Test
    void aMessageIsReadWithTheIdOfItsFrame() {
        // given
        String data = "{\"id\":\"m_8\",\"conversation_id\":\"cv\",\"role\":\"customer\",\"message\":\"Hi\","
                + "\"message_type\":\"text\",\"created_at\":\"t\",\"new\":1}";

        // when
        BimpeaiEvent.Message event = message(decode("message", data, "m_8", true));

        // then
        assertThat(event.id()).isEqualTo("m_8");
        assertThat(event.message().message()).isEqualTo("Hi");
        assertThat(event.message().additionalProperties()).containsEntry("new", 1);
    }

    @Test
    void withoutAnIdLineTheJsonIdCounts() {
        assertThat(message(decode("message", "{\"id\":\"m_4\",\"role\":\"user\"}", null, false))
                        .id())
                .isEqualTo("m_4");
        assertThat(message(decode("message", "{\"id\":\"m_4\",\"role\":\"user\"}", "m_3", false))
                        .id())
                .isEqualTo("m_4");
        assertThat(message(decode("message", "{\"id\":\"m_4\",\"role\":\"user\"}", "", true))
                        .id())
                .isEqualTo("m_4");
    }

    @Test
    void withoutAJsonIdTheFramesIdCounts() {
        assertThat(message(decode("message", "{\"role\":\"user\",\"message\":\"x\"}", "m_5", true))
                        .message()
                        .id())
                .isEqualTo("m_5");
    }

    @Test
    void unknownRolesAndNumbersForIdsAreKept() {
        assertThat(message(decode("message", "{\"id\":7,\"role\":\"alien\"}", null, false))
                        .message())
                .extracting("id", "role")
                .containsExactly("7", "alien");
    }

    @Test
    void aHeartbeatIsALifeSign() {
        assertThat(decode("heartbeat", "{\"ts\":1782892900}", null, false)).isInstanceOf(BimpeaiEvent.Heartbeat.class);
        assertThat(decode("heartbeat", "nonsense", null, false)).isInstanceOf(BimpeaiEvent.Heartbeat.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "\"x\"",
                "{\"id\":\"m\"}{}",
                "{\"id\":{}}",
                "{\"role\":\"user\"}",
                "<html>"
            })
    void whatIsNoMessageIsMalformedWithItsText(String data) {
        assertThat(decode("message", data, "m_1", false))
                .isInstanceOfSatisfying(BimpeaiEvent.Malformed.class, event -> {
                    assertThat(event.raw()).isEqualTo(data);
                    assertThat(event.reason()).isNotBlank();
                });
    }

    @Test
    void rawTextIsBounded() {
        assertThat(decode("message", "x".repeat(20_000), null, false))
                .isInstanceOfSatisfying(BimpeaiEvent.Malformed.class, event -> assertThat(event.raw())
                        .hasSize(8_192));
    }

    @Test
    void eventsOfOtherTypesAreUnknownAndNotDropped() {
        assertThat(decode("error", "{\"code\":\"x\"}", null, false))
                .isEqualTo(new BimpeaiEvent.Unknown("error", "{\"code\":\"x\"}"));
        assertThat(decode("message", "{\"ts\":1}", null, false))
                .isEqualTo(new BimpeaiEvent.Unknown("message", "{\"ts\":1}"));
        assertThat(decode("CamelFileName\u0007" + "x".repeat(500), "", null, false))
                .isInstanceOfSatisfying(
                        BimpeaiEvent.Unknown.class,
                        event -> assertThat(event.type()).hasSizeLessThan(110).doesNotContain("\u0007"));
    }
}
