/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.chatroutes.stream.ChatroutesEvent.Complete;
import io.camelproviders.chatroutes.stream.ChatroutesEvent.Content;
import io.camelproviders.chatroutes.stream.ChatroutesEvent.Done;
import io.camelproviders.chatroutes.stream.ChatroutesEvent.Fault;
import io.camelproviders.chatroutes.stream.ChatroutesEvent.Kind;
import io.camelproviders.chatroutes.stream.ChatroutesEvent.Unknown;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.sse.Frame;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatroutesEventDecoderTest {

    private final ChatroutesEventDecoder decoder = new ChatroutesEventDecoder(Json.standard());

    @Test
    void readsPiecesOfText() {
        assertThat(decode("{\"type\":\"content\",\"content\":\"Hel\",\"model\":\"gpt-5\",\"created\":7}"))
                .isEqualTo(new Content("Hel", "gpt-5", 7L));
        assertThat(decode("{\"type\":\"content\"}")).isEqualTo(new Content("", null, null));
    }

    @Test
    void readsTheWholeMessageWithUsageAndModel() {
        ChatroutesEvent event = decode("{\"type\":\"complete\",\"message\":{\"id\":\"m\",\"content\":\"Hello\"},"
                + "\"usage\":{\"totalTokens\":10},\"model\":\"gpt-5-2025-08-07\"}");

        assertThat(event).isInstanceOfSatisfying(Complete.class, complete -> {
            assertThat(complete.message()).extracting("content").isEqualTo("Hello");
            assertThat(complete.usage()).extracting("totalTokens").isEqualTo(10);
            assertThat(complete.model()).isEqualTo("gpt-5-2025-08-07");
        });
    }

    @Test
    void toleratesACompleteChunkWithoutItsParts() {
        assertThat(decode("{\"type\":\"complete\"}")).isEqualTo(new Complete(null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[DONE]", " [DONE] ", "[DONE]\r"})
    void recognisesTheEndMark(String text) {
        assertThat(decode(text)).isEqualTo(new Done());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"error\",\"message\":\"No\"}|No|",
                "{\"type\":\"error\",\"error\":\"QUOTA\",\"message\":\"No\"}|No|QUOTA",
                "{\"error\":\"No\"}|No|",
                "{\"error\":{\"message\":\"No\",\"code\":\"quota\"}}|No|quota",
                "{\"success\":false,\"error\":\"No\"}|No|",
                "{\"type\":\"content\",\"content\":\"x\",\"error\":\"No\"}|No|"
            })
    void turnsErrorChunksIntoFaults(String text, String message, String code) {
        ChatroutesEvent event = decode(text);

        assertThat(event).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.message()).isEqualTo(message);
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.unreadable()).isFalse();
            assertThat(fault.raw()).isEqualTo(text);
        });
    }

    @Test
    void takesTheFrameTypeErrorForAFault() {
        assertThat(decoder.decode(frame("error", "{\"message\":\"No\"}")))
                .isEqualTo(new Fault("No", null, "{\"message\":\"No\"}"));
        assertThat(decoder.decode(frame("error", "plain words")))
                .isEqualTo(new Fault("plain words", null, "plain words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"content\",\"content\":\"Hel", "nonsense", "{}{}", "{\"a\":NaN}"})
    void neverDropsAChunkThatItCannotRead(String text) {
        assertThat(decode(text)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault.unreadable()).isTrue();
            assertThat(fault.raw()).isEqualTo(text);
        });
    }

    @Test
    void survivesJsonOfAbsurdDepth() {
        String deep = "[".repeat(100_000);

        assertThat(decode(deep).kind()).isEqualTo(Kind.FAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"type\":\"thinking\",\"text\":\"x\"}|thinking", "{\"choices\":[]}|''", "[1]|''", "42|''"})
    void handsOnWhatItDoesNotKnow(String text, String type) {
        assertThat(decode(text)).isEqualTo(new Unknown(type, text));
    }

    private ChatroutesEvent decode(String text) {
        return decoder.decode(frame("message", text));
    }

    private static Frame frame(String type, String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        return new Frame(type, data, null, false, data.length);
    }
}
