/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.streaming.StreamingCall;
import io.camelproviders.core.streaming.StreamingConnection;
import io.camelproviders.core.streaming.StreamingRetry;
import io.camelproviders.core.streaming.StreamingSource;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the shared socket, for whoever takes them whole or piece by piece. Immutable and thread-safe.
 *
 * @param socket asks
 * @param scheduler holds timeouts
 * @param maxText longest text of an answer, in characters
 */
public record QgptStreaming(QgptSocket socket, Scheduler scheduler, long maxText) {

    private static final StreamingCall.Label LABEL = new StreamingCall.Label("qgpt", "stream");

    /**
     * A question, ready to be asked.
     *
     * @param whole how long the whole answer may take; null where a taker may be slow
     */
    public StreamingCall<AnswerItem, QgptEvent> ask(
            QgptQuestion question, @Nullable Duration whole, StreamingRetry retry) {
        StreamingSource<AnswerItem> source = taker -> {
            AnswerListenerAdapter hearing = new AnswerListenerAdapter(taker, whole);
            hearing.begin(socket.ask(question, hearing), scheduler);
            return hearing;
        };
        return call(source, retry);
    }

    /**
     * The answer to a question that was only told.
     *
     * @param whole how long it may take from now on; null for without end
     * @param taker starts the answer that it gets, at once
     * @return what the socket has to tell
     */
    public AnswerListener heard(
            QuestionHandle exchange, @Nullable Duration whole, Consumer<StreamingCall<AnswerItem, QgptEvent>> taker) {
        Told told = new Told(exchange, whole, scheduler);
        taker.accept(call(told, StreamingRetry.NEVER));
        return Objects.requireNonNull(told.hearing, "the answer was not started");
    }

    private StreamingCall<AnswerItem, QgptEvent> call(StreamingSource<AnswerItem> source, StreamingRetry retry) {
        // Messages are many times longer than their texts, so that the reader counts.
        return new StreamingCall<>(source, () -> new QgptChunkReader(maxText), retry, scheduler, LABEL, Long.MAX_VALUE);
    }

    /** A question that was sent before somebody cared. */
    private static final class Told implements StreamingSource<AnswerItem> {

        private final QuestionHandle exchange;
        private final @Nullable Duration whole;
        private final Scheduler scheduler;
        private @Nullable AnswerListenerAdapter hearing;

        Told(QuestionHandle exchange, @Nullable Duration whole, Scheduler scheduler) {
            this.exchange = exchange;
            this.whole = whole;
            this.scheduler = scheduler;
        }

        @Override
        public StreamingConnection ask(Listener<AnswerItem> taker) {
            AnswerListenerAdapter mine = new AnswerListenerAdapter(taker, whole);
            hearing = mine;
            mine.begin(exchange, scheduler);
            return mine;
        }
    }
}
