/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.common.answer.AnswerCall;
import io.camelproviders.common.answer.AnswerConnection;
import io.camelproviders.common.answer.AnswerRetry;
import io.camelproviders.common.answer.AnswerSource;
import io.camelproviders.common.retry.Sleeper;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers of the shared socket, for whoever takes them whole or piece by piece. Immutable and thread-safe.
 *
 * @param socket asks
 * @param sleeper holds deadlines
 * @param maxText longest text of an answer, in characters
 */
public record QgptAnswers(QgptSocket socket, Sleeper sleeper, long maxText) {

    private static final AnswerCall.Label LABEL = new AnswerCall.Label("qgpt", "stream");

    /**
     * A question, ready to be asked.
     *
     * @param whole how long the whole answer may take; null where a taker may be slow
     */
    public AnswerCall<Heard, QgptEvent> ask(QgptQuestion question, @Nullable Duration whole, AnswerRetry retry) {
        AnswerSource<Heard> source = taker -> {
            Hearing hearing = new Hearing(taker, whole);
            hearing.begin(socket.ask(question, hearing), sleeper);
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
            QgptExchange exchange, @Nullable Duration whole, Consumer<AnswerCall<Heard, QgptEvent>> taker) {
        Told told = new Told(exchange, whole, sleeper);
        taker.accept(call(told, AnswerRetry.NEVER));
        return Objects.requireNonNull(told.hearing, "the answer was not started");
    }

    private AnswerCall<Heard, QgptEvent> call(AnswerSource<Heard> source, AnswerRetry retry) {
        // Messages are many times longer than their texts, so that the reader counts.
        return new AnswerCall<>(source, () -> new QgptAnswerReader(maxText), retry, sleeper, LABEL, Long.MAX_VALUE);
    }

    /** A question that was sent before somebody cared. */
    private static final class Told implements AnswerSource<Heard> {

        private final QgptExchange exchange;
        private final @Nullable Duration whole;
        private final Sleeper sleeper;
        private @Nullable Hearing hearing;

        Told(QgptExchange exchange, @Nullable Duration whole, Sleeper sleeper) {
            this.exchange = exchange;
            this.whole = whole;
            this.sleeper = sleeper;
        }

        @Override
        public AnswerConnection ask(Listener<Heard> taker) {
            Hearing mine = new Hearing(taker, whole);
            hearing = mine;
            mine.begin(exchange, sleeper);
            return mine;
        }
    }
}
