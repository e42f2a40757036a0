/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.qgpt.stream.AnswerEnd;
import io.camelproviders.qgpt.stream.AnswerListener;
import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.qgpt.stream.QgptSocket;
import io.camelproviders.qgpt.stream.QuestionHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deals the answers to fire-and-forget questions out to the consumers of a server, in turn. Thread-safe. */
final class UnsolicitedAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(UnsolicitedAnswers.class);

    private final QgptSocket socket;
    private final List<QgptAnswerConsumer> takers = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    UnsolicitedAnswers(QgptSocket socket) {
        this.socket = socket;
    }

    void add(QgptAnswerConsumer taker) {
        takers.add(taker);
        socket.fallback(this::deal);
        socket.start();
    }

    void remove(QgptAnswerConsumer taker) {
        takers.remove(taker);
        if (takers.isEmpty()) {
            socket.fallback(null);
        }
    }

    private AnswerListener deal(QuestionHandle exchange) {
        List<QgptAnswerConsumer> now = List.copyOf(takers);
        if (now.isEmpty()) {
            return new Nobody(exchange);
        }
        // One that is suspended only keeps what it gets.
        List<QgptAnswerConsumer> taking =
                now.stream().filter(QgptAnswerConsumer::taking).toList();
        now = taking.isEmpty() ? now : taking;
        return now.get(Math.floorMod(turn.getAndIncrement(), now.size())).take(exchange);
    }

    /** Its consumer stopped after the question was told. */
    private record Nobody(QuestionHandle exchange) implements AnswerListener {

        @Override
        public void event(QgptEvent event, int size) {
            exchange.release(size);
        }

        @Override
        public void completed(AnswerEnd end) {
            lost();
        }

        @Override
        public void failed(ProviderException cause) {
            lost();
        }

        private void lost() {
            LOG.warn(
                    "The answer to question {} is dropped: the last consumer of qgpt:stream has stopped",
                    exchange.request());
        }
    }
}
