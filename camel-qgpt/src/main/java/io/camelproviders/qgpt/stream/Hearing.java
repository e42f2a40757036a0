/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.common.answer.AnswerConnection;
import io.camelproviders.common.answer.AnswerSource;
import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.error.ProviderTimeoutException;
import io.camelproviders.common.error.StreamFaultException;
import io.camelproviders.common.retry.Sleeper;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Both ears of one answer: hears the socket, tells the taker, and holds the deadline of the whole. */
final class Hearing implements AnswerListener, AnswerConnection {

    private final AnswerSource.Listener<Heard> taker;
    private final CompletableFuture<QgptExchange> exchange = new CompletableFuture<>();
    private final @Nullable Duration whole;
    private volatile Sleeper.@Nullable Alarm alarm;
    private volatile boolean late;

    Hearing(AnswerSource.Listener<Heard> taker, @Nullable Duration whole) {
        this.taker = taker;
        this.whole = whole;
    }

    void begin(QgptExchange asked, Sleeper sleeper) {
        if (whole != null) {
            alarm = sleeper.after(whole, () -> {
                late = true;
                asked.cancel();
            });
        }
        exchange.complete(asked);
    }

    // The socket's side.

    @Override
    public void event(QgptEvent event, int size) {
        taker.item(new Heard(event, null), size);
    }

    @Override
    public void completed(AnswerEnd end) {
        calm();
        taker.item(new Heard(null, end), 0);
        taker.closed();
    }

    @Override
    public void failed(ProviderException cause) {
        calm();
        taker.failed(late && whole != null ? tooLate(cause, whole) : cause);
    }

    private void calm() {
        Sleeper.Alarm waiting = alarm;
        if (waiting != null) {
            waiting.cancel();
        }
    }

    /** The cancelling was ours: what is told is why. */
    private static ProviderException tooLate(ProviderException cause, Duration whole) {
        ProviderTimeoutException timeout = new ProviderTimeoutException(QgptFaults.details(
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
        CompletableFuture<?> unused = exchange.thenAccept(QgptExchange::cancel);
    }

    @Override
    public void finished() {
        // The socket stays open for the others.
    }
}
