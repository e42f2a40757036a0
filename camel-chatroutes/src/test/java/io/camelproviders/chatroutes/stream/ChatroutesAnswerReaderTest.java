/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.chatroutes.model.Message;
import io.camelproviders.chatroutes.model.SendResult;
import io.camelproviders.chatroutes.model.Usage;
import io.camelproviders.common.answer.Answer;
import io.camelproviders.common.answer.AnswerCall;
import io.camelproviders.common.answer.AnswerConnection;
import io.camelproviders.common.answer.AnswerRetry;
import io.camelproviders.common.answer.AnswerSource;
import io.camelproviders.common.error.DecodeException;
import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.error.ProviderFaultException;
import io.camelproviders.common.error.StreamFaultException;
import io.camelproviders.common.http.HttpResponse;
import io.camelproviders.common.http.ResponseHead;
import io.camelproviders.common.json.Json;
import io.camelproviders.common.retry.Sleeper;
import io.camelproviders.common.stream.Frame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ChatroutesAnswerReaderTest {

    private static final String HEL = "{\"type\":\"content\",\"content\":\"Hel\",\"model\":\"gpt-5\"}";
    private static final String LO = "{\"type\":\"content\",\"content\":\"lo\",\"model\":\"gpt-5\"}";
    private static final String COMPLETE =
            "{\"type\":\"complete\",\"message\":{\"id\":\"m\",\"role\":\"assistant\",\"content\":\"Hello\"},"
                    + "\"usage\":{\"totalTokens\":10},\"model\":\"gpt-5-2025-08-07\"}";
    private static final String DONE = "[DONE]";

    @Test
    void makesTheSameRecordAsAnOrdinarySend() {
        Answer answer = answer(HEL, LO, COMPLETE, DONE);

        assertThat(answer.text()).isEqualTo("Hello");
        assertThat(answer.chunks()).isEqualTo(3);
        assertThat(answer.facts())
                .containsEntry("model", "gpt-5-2025-08-07")
                .containsEntry("usage", new Usage(null, null, 10, Map.of()));
        assertThat(answer.result()).isInstanceOfSatisfying(SendResult.class, result -> {
            assertThat(result.text()).isEqualTo("Hello");
            assertThat(result.reply()).map(Message::id).contains("m");
        });
    }

    @Test
    void takesTheTextFromThePiecesWhereTheCompleteChunkHasNoMessage() {
        Answer answer = answer(HEL, LO, "{\"type\":\"complete\"}", DONE);

        assertThat(answer.result()).isInstanceOfSatisfying(SendResult.class, result -> assertThat(result.text())
                .isEqualTo("Hello"));
    }

    @Test
    void ignoresWhatStandsBehindTheEndMark() {
        assertThat(answer(HEL, COMPLETE, DONE, "nonsense").text()).isEqualTo("Hello");
    }

    @Test
    void takesAStreamWithoutCompleteForCutShort() {
        assertThatThrownBy(() -> answer(HEL, LO, DONE)).isInstanceOfSatisfying(StreamFaultException.class, e -> {
            assertThat(e.partialText()).isEqualTo("Hello");
            assertThat(e.chunksDelivered()).isEqualTo(2);
            assertThat(e).hasMessageContaining("complete");
        });
    }

    @Test
    void takesAStreamWithoutEndMarkForCutShort() {
        assertThatThrownBy(() -> answer(HEL, LO, COMPLETE))
                .isInstanceOfSatisfying(StreamFaultException.class, e -> assertThat(e.partialText())
                        .isEqualTo("Hello"))
                .hasMessageContaining("[DONE]");
    }

    @Test
    void takesAnEmptyStreamForCutShort() {
        assertThatThrownBy(() -> answer()).isInstanceOf(StreamFaultException.class);
        assertThatThrownBy(() -> answer(DONE)).isInstanceOf(StreamFaultException.class);
    }

    @Test
    void failsOnAnErrorChunkAndKeepsWhatHadArrived() {
        assertThatThrownBy(() -> answer(HEL, "{\"type\":\"error\",\"message\":\"Quota exceeded\"}"))
                .isInstanceOfSatisfying(StreamFaultException.class, e -> assertThat(e.partialText())
                        .isEqualTo("Hel"))
                .hasMessageContaining("Quota exceeded")
                .hasCauseInstanceOf(ProviderFaultException.class);
        assertThatThrownBy(() -> answer("{\"error\":\"Quota exceeded\"}"))
                .isInstanceOf(ProviderFaultException.class)
                .hasMessageContaining("Quota exceeded");
    }

    @Test
    void failsOnAChunkThatCannotBeRead() {
        assertThatThrownBy(() -> answer(HEL, "{\"type\":\"content\",\"con", LO, COMPLETE, DONE))
                .isInstanceOf(StreamFaultException.class)
                .hasCauseInstanceOf(DecodeException.class);
    }

    @Test
    void handsOnChunksItDoesNotKnow() {
        assertThat(answer("{\"type\":\"thinking\"}", HEL, COMPLETE, DONE).chunks())
                .isEqualTo(3);
    }

    @Test
    void takesAnOrdinaryAnswerForTheWhole() {
        ChatroutesAnswerReader reader = reader();
        HttpResponse response = new HttpResponse(
                new ResponseHead(200, List.of()),
                "{\"message\":{\"content\":\"Hello\"}}".getBytes(StandardCharsets.UTF_8),
                1);

        List<ChatroutesEvent> chunks = reader.answered(response);

        assertThat(chunks).hasSize(1);
        assertThat(reader.complete()).isTrue();
        assertThat(reader.finish("").text()).isEqualTo("Hello");
    }

    @Test
    void refusesAnOrdinaryAnswerWithoutAMessage() {
        HttpResponse response = new HttpResponse(
                new ResponseHead(200, List.of()), "{\"usage\":{}}".getBytes(StandardCharsets.UTF_8), 1);

        assertThatThrownBy(() -> reader().answered(response)).isInstanceOf(DecodeException.class);
    }

    private static ChatroutesAnswerReader reader() {
        Json json = Json.standard();
        return new ChatroutesAnswerReader(json, response -> json.read(response.body(), SendResult.class));
    }

    /** The answer that these frames make, or the {@code ProviderException} they end in. */
    private static Answer answer(String... frames) {
        AnswerCall<Frame, ChatroutesEvent> call = new AnswerCall<>(
                listener -> told(listener, frames),
                ChatroutesAnswerReaderTest::reader,
                AnswerRetry.NEVER,
                new NoWaiting(),
                new AnswerCall.Label("chatroutes", "messages/stream"),
                1_000_000);
        try {
            return call.aggregate().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ProviderException known) {
                throw known;
            }
            throw e;
        }
    }

    private static AnswerConnection told(AnswerSource.Listener<Frame> listener, String... frames) {
        listener.opened(new ResponseHead(200, List.of()));
        for (String frame : frames) {
            byte[] data = frame.getBytes(StandardCharsets.UTF_8);
            listener.item(new Frame("message", data, null, false, data.length), data.length);
        }
        listener.closed();
        return new AnswerConnection() {
            @Override
            public void release(int bytes) {}

            @Override
            public void abort() {}

            @Override
            public void finished() {}
        };
    }

    private static final class NoWaiting implements Sleeper {
        @Override
        public Alarm after(Duration delay, Runnable step) {
            throw new IllegalStateException("nothing waits here");
        }

        @Override
        public long nanoTime() {
            return 0;
        }
    }
}
