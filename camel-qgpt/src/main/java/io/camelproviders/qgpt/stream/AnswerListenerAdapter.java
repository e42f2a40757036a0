/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.streaming.StreamingConnection;
import io.camelproviders.core.streaming.StreamingSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Both ears of one answer: hears the socket, tells the taker, and holds the deadline of the whole. */
final class AnswerListenerAdapter implements AnswerListener, StreamingConnection {

    private final StreamingSource.Listener<AnswerItem> taker;
    private final CompletableFuture<QuestionHandle> exchange = new CompletableFuture<>();
    private final @Nullable Duration whole;
    private volatile Scheduler.@Nullable Scheduled alarm;
    private volatile boolean late;

    AnswerListenerAdapter(StreamingSource.Listener<AnswerItem> taker, @Nullable Duration whole) {
        this.taker = taker;
        this.whole = whole;
    }

    void begin(QuestionHandle asked, Scheduler scheduler) {
        if (whole != null) {
            alarm = scheduler.schedule(whole, () -> {
                late = true;
                asked.cancel();
            });
        }
        exchange.complete(asked);
    }

    // The socket's side.

    @Override
    public void event(QgptEvent event, int size) {
        taker.onItem(new AnswerItem(event, null), size);
    }

    @Override
    public void completed(AnswerEnd end) {
        calm();
        taker.onItem(new AnswerItem(null, end), 0);
        taker.onClose();
    }

    @Override
    public void failed(ProviderException cause) {
        calm();
        taker.onFailure(late && whole != null ? tooLate(cause, whole) : cause);
    }

    private void calm() {
        Scheduler.Scheduled waiting = alarm;
        if (waiting != null) {
            waiting.cancel();
        }
    }

    /** The cancelling was ours: what is told is why. */
    private static ProviderException tooLate(ProviderException cause, Duration whole) {
        ProviderTimeoutException timeout = new ProviderTimeoutException(QgptErrors.details(
                        "the answer was not whole after " + whole.toMillis() + " ms (requestTimeout) and was stopped")
                .build());
        return cause instanceof StreamFaultException cut
                ? new StreamFaultException(timeout.details(), timeout, cut.partialText(), cut.chunksDelivered())
                : timeout;
    }

    // The taker's side.

    @Override
    public void release(int size) {
        CompletableFuture<?> unused = exchange.thenAccept(asked -> asked.release(size));
    }

    @Override
    public void abort() {
        CompletableFuture<?> unused = exchange.thenAccept(QuestionHandle::cancel);
    }

    @Override
    public void finished() {
        // The socket stays open for the others.
    }
}
