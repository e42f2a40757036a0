/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.igpt.model.Recall.Usage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgptEventDecoderTest {

    private final IgptEventDecoder decoder = new IgptEventDecoder(Json.standard());

    private IgptEvent decode(String line) {
        return decoder.decode(frame(line)).orElseThrow();
    }

    private static Frame frame(String line) {
        byte[] data = line.getBytes(StandardCharsets.UTF_8);
        return new Frame("message", data, null, false, data.length);
    }

    @ParameterizedTest
    @CsvSource({
        "run.start, RunStart",
        "run.turn.start, TurnStart",
        "run.turn.done, TurnDone",
        "run.reasoning_item.start, ReasoningItemStart",
        "run.reasoning_item.done, ReasoningItemDone",
        "run.reasoning_summary_part.start, ReasoningSummaryPartStart",
        "run.reasoning_summary_part.done, ReasoningSummaryPartDone",
        "run.tool_call_item, ToolCallItem",
        "run.tool_call_output_item, ToolCallOutputItem",
        "run.output_item.start, OutputItemStart",
        "run.output_text.delta, OutputTextDelta",
        "run.output_item.done, OutputItemDone",
        "run.done, RunDone",
        "run.something_new, Unknown"
    })
    void eachTypeHasItsRecordAndIsWrittenBackWithoutLoss(String type, String record) {
        String line = "{\"type\":\"" + type + "\",\"seq\":7,\"delta\":\"d\",\"item\":{\"type\":\"x\",\"new\":1},"
                + "\"turn\":2,\"text\":\"t\",\"future\":{\"a\":[1,null]}}";

        IgptEvent event = decode(line);

        assertThat(event.getClass().getSimpleName()).isEqualTo(record);
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.seq()).isEqualTo(7);
        assertThat(Json.standard().plain(Json.standard().bytes(event)))
                .isEqualTo(Json.standard().plain(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void runDoneIsTheResult() {
        IgptEvent event =
                decode("{\"type\":\"run.done\",\"seq\":3,\"id\":\"run-1\",\"timestampStart\":1,\"timestamp\":2,"
                        + "\"duration\":1,\"output\":\"Hello\",\"usage\":{\"input_tokens\":9,\"output_tokens\":2,"
                        + "\"total_tokens\":11},\"metadata\":{\"sources\":[{\"id\":\"s\",\"timestamp\":60}]}}");

        assertThat(event).isInstanceOfSatisfying(IgptEvent.RunDone.class, done -> {
            assertThat(done.result().text()).contains("Hello");
            assertThat(done.result().usage()).isEqualTo(new Usage(9L, 2L, 11L, Map.of()));
            assertThat(done.result().sources()).singleElement().satisfies(source -> assertThat(source.time())
                    .isPresent());
        });
    }

    @Test
    void anAsksChunkStaysAsItCame() {
        IgptEvent object = decode("{\"delta\":\"Hel\",\"x\":null}");
        IgptEvent number = decode("42");
        IgptEvent nothing = decode("null");
        IgptEvent array = decode("[1,2]");

        assertThat(object.text()).isEqualTo("Hel");
        assertThat(object.additionalProperties()).containsKey("x");
        assertThat(((IgptEvent.AskChunk) number).value()).isEqualTo(42);
        assertThat(((IgptEvent.AskChunk) nothing).value()).isNull();
        assertThat(((IgptEvent.AskChunk) array).value()).isEqualTo(List.of(1, 2));
        assertThat(Json.standard().text(object)).isEqualTo("{\"delta\":\"Hel\",\"x\":null}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[DONE]", " ", "[DONE] "})
    void theEndMarkOfOthersIsNoEvent(String line) {
        assertThat(decoder.decode(frame(line))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"run.outp", "hello", "{} {}", "{\"type\":\"run.output_text.delta\",\"seq\":1}"})
    void aLineThatCannotBeReadIsAFailureWithItsText(String line) {
        assertThatThrownBy(() -> decode(line)).isInstanceOfSatisfying(DecodeException.class, e -> assertThat(e.body())
                .contains(line));
    }

    @Test
    void anErrorInsideTheStreamIsAFailureOfItsOwnClass() {
        assertThatThrownBy(() -> decode("{\"error\":\"auth\"}")).isInstanceOf(AuthenticationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 4})
    void aSeqThatRepeatsOrGoesBackIsAFailure(int seq) {
        decode("{\"type\":\"run.turn.start\",\"seq\":5}");

        assertThatThrownBy(() -> decode("{\"type\":\"run.turn.done\",\"seq\":" + seq + "}"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("seq " + seq);
    }

    @Test
    void anEventOfAnotherShapeIsUnknownAndKept() {
        IgptEvent event = decode("{\"type\":\"run.turn.start\",\"seq\":1,\"turn\":{\"no\":1}}");

        assertThat(event).isInstanceOf(IgptEvent.Unknown.class);
        assertThat(event.additionalProperties()).containsEntry("turn", Map.of("no", 1));
    }
}
