/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.qgpt.stream.PendingQuestion.Stage;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/**
 * How long an exchange may be silent: {@code firstChunkTimeout} before its first output, {@code readIdleTimeout} between
 * two. One alarm for each exchange, which looks what came meanwhile and arms itself again. Confined to the steps of its
 * socket.
 */
final class AnswerTimeouts {

    private final Scheduler scheduler;
    private final SerialExecutor steps;
    private final BooleanSupplier paused;
    private final BiConsumer<PendingQuestion, ProviderException> lost;

    /**
     * @param paused whether the socket is not read; while it is not, silence is our own
     * @param lost told an exchange whose time is over
     */
    AnswerTimeouts(
            Scheduler scheduler,
            SerialExecutor steps,
            BooleanSupplier paused,
            BiConsumer<PendingQuestion, ProviderException> lost) {
        this.scheduler = scheduler;
        this.steps = steps;
        this.paused = paused;
        this.lost = lost;
    }

    /** The question was sent. */
    void sent(PendingQuestion exchange) {
        exchange.lastActivity = scheduler.nanoTime();
        watch(exchange, exchange.question().firstChunkTimeout());
    }

    /** An output came. */
    void heard(PendingQuestion exchange) {
        exchange.lastActivity = scheduler.nanoTime();
        if (!exchange.heard && exchange.stage == Stage.SENT) {
            exchange.disarm();
            watch(exchange, exchange.question().readIdleTimeout());
        }
        exchange.heard = true;
    }

    /** The socket was not read for a while; that was not the server's silence. */
    void forgive(List<PendingQuestion> exchanges) {
        long now = scheduler.nanoTime();
        exchanges.forEach(exchange -> exchange.lastActivity = now);
    }

    private void watch(PendingQuestion exchange, Duration in) {
        exchange.alarm = scheduler.schedule(in, () -> steps.execute(() -> look(exchange)));
    }

    private void look(PendingQuestion exchange) {
        if (exchange.stage != Stage.SENT) {
            return;
        }
        QgptQuestion question = exchange.question();
        Duration limit = exchange.heard ? question.readIdleTimeout() : question.firstChunkTimeout();
        Duration silence = Duration.ofNanos(scheduler.nanoTime() - exchange.lastActivity);
        if (paused.getAsBoolean()) {
            watch(exchange, limit);
        } else if (silence.compareTo(limit) < 0) {
            watch(exchange, limit.minus(silence));
        } else {
            String name = exchange.heard ? "readIdleTimeout" : "firstChunkTimeout";
            lost.accept(exchange, QgptErrors.silent(name, limit));
        }
    }
}
