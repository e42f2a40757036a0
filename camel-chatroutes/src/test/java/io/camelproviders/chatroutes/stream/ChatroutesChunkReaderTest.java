/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.chatroutes.model.Messages.Usage;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingConnection;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.core.streaming.StreamingSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class ChatroutesChunkReaderTest {

    private static final String HEL = "{\"type\":\"content\",\"content\":\"Hel\",\"model\":\"gpt-5\"}";
    private static final String LO = "{\"type\":\"content\",\"content\":\"lo\",\"model\":\"gpt-5\"}";
    private static final String COMPLETE =
            "{\"type\":\"complete\",\"message\":{\"id\":\"m\",\"role\":\"assistant\",\"content\":\"Hello\"},"
                    + "\"usage\":{\"totalTokens\":10},\"model\":\"gpt-5-2025-08-07\"}";
    private static final String DONE = "[DONE]";

    @Test
    void makesTheSameRecordAsAnOrdinarySend() {
        StreamingResult answer = answer(HEL, LO, COMPLETE, DONE);

        assertThat(answer.text()).isEqualTo("Hello");
        assertThat(answer.chunks()).isEqualTo(3);
        assertThat(answer.attributes())
                .containsEntry("model", "gpt-5-2025-08-07")
                .containsEntry("usage", new Usage(null, null, 10, Map.of()));
        assertThat(answer.result()).isInstanceOfSatisfying(SendResult.class, result -> {
            assertThat(result.text()).isEqualTo("Hello");
            assertThat(result.reply()).map(Message::id).contains("m");
        });
    }

    @Test
    void takesTheTextFromThePiecesWhereTheCompleteChunkHasNoMessage() {
        StreamingResult answer = answer(HEL, LO, "{\"type\":\"complete\"}", DONE);

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
        ChatroutesChunkReader reader = reader();
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

    private static ChatroutesChunkReader reader() {
        Json json = Json.standard();
        return new ChatroutesChunkReader(json, response -> json.read(response.body(), SendResult.class));
    }

    /** The answer that these frames make, or the {@code ProviderException} they end in. */
    private static StreamingResult answer(String... frames) {
        StreamingCall<Frame, ChatroutesEvent> call = new StreamingCall<>(
                listener -> told(listener, frames),
                ChatroutesChunkReaderTest::reader,
                StreamingRetry.NEVER,
                new NoWaiting(),
                new StreamingCall.Label("chatroutes", "messages/stream"),
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

    private static StreamingConnection told(StreamingSource.Listener<Frame> listener, String... frames) {
        listener.onOpen(new ResponseHead(200, List.of()));
        for (String frame : frames) {
            byte[] data = frame.getBytes(StandardCharsets.UTF_8);
            listener.onItem(new Frame("message", data, null, false, data.length), data.length);
        }
        listener.onClose();
        return new StreamingConnection() {
            @Override
            public void release(int bytes) {}

            @Override
            public void abort() {}

            @Override
            public void finished() {}
        };
    }

    private static final class NoWaiting implements Scheduler {
        @Override
        public Scheduled schedule(Duration delay, Runnable step) {
            throw new IllegalStateException("nothing waits here");
        }

        @Override
        public long nanoTime() {
            return 0;
        }
    }
}
