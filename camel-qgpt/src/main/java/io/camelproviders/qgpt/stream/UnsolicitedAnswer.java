/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.error.ProviderException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer to a question that nobody waits for: goes to a listener made for it, or is taken, counted and dropped. */
final class UnsolicitedAnswer implements AnswerListener {

    private final Supplier<@Nullable Function<QuestionHandle, AnswerListener>> listeners;
    private final Runnable unheard;
    private final CompletableFuture<QuestionHandle> exchange = new CompletableFuture<>();
    private @Nullable AnswerListener heir;
    private boolean decided;

    UnsolicitedAnswer(Supplier<@Nullable Function<QuestionHandle, AnswerListener>> listeners, Runnable unheard) {
        this.listeners = listeners;
        this.unheard = unheard;
    }

    void exchange(QuestionHandle asked) {
        exchange.complete(asked);
    }

    @Override
    public void event(QgptEvent event, int size) {
        AnswerListener to = heir();
        if (to == null) {
            CompletableFuture<?> unused = exchange.thenAccept(mine -> mine.release(size));
        } else {
            to.event(event, size);
        }
    }

    @Override
    public void completed(AnswerEnd end) {
        AnswerListener to = heir();
        if (to == null) {
            unheard.run();
        } else {
            to.completed(end);
        }
    }

    @Override
    public void failed(ProviderException cause) {
        AnswerListener to = heir();
        if (to == null) {
            unheard.run();
        } else {
            to.failed(cause);
        }
    }

    private @Nullable AnswerListener heir() {
        if (!decided) {
            // With its first output, so that a consumer may start while the question is under way; but never later, for
            // it would get half an answer.
            decided = true;
            Function<QuestionHandle, AnswerListener> now = listeners.get();
            heir = now == null ? null : now.apply(exchange.join());
        }
        return heir;
    }
}
