/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.error.ProviderException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers an answer; takes what it hears at once, or never. */
final class RecordedAnswer implements AnswerListener {

    final List<QgptEvent> events = Collections.synchronizedList(new ArrayList<>());
    volatile String text = "";
    private final StringBuilder collected = new StringBuilder();
    final CompletableFuture<AnswerEnd> end = new CompletableFuture<>();
    final AtomicInteger ends = new AtomicInteger();
    final AtomicInteger pieces = new AtomicInteger();
    private final boolean takes;
    private final CompletableFuture<QuestionHandle> exchange = new CompletableFuture<>();

    RecordedAnswer(boolean takes) {
        this.takes = takes;
    }

    static RecordedAnswer to(QgptSocket socket, QgptQuestion question) {
        return asked(socket, question, true);
    }

    static RecordedAnswer asked(QgptSocket socket, QgptQuestion question, boolean takes) {
        RecordedAnswer answer = new RecordedAnswer(takes);
        answer.exchange.complete(socket.ask(question, answer));
        return answer;
    }

    QuestionHandle exchange() {
        return exchange.join();
    }

    @Override
    public void event(QgptEvent event, int size) {
        if (events.size() < 1_000) {
            events.add(event);
        }
        if (event instanceof QgptEvent.Text) {
            pieces.incrementAndGet();
        }
        collected.append(event.text());
        if (collected.length() < 10_000) {
            text = collected.toString();
        }
        if (takes) {
            CompletableFuture<?> unused = exchange.thenAccept(mine -> mine.release(size));
        }
    }

    @Override
    public void completed(AnswerEnd how) {
        text = collected.toString();
        ends.incrementAndGet();
        end.complete(how);
    }

    @Override
    public void failed(ProviderException cause) {
        text = collected.toString();
        ends.incrementAndGet();
        end.completeExceptionally(cause);
    }

    AnswerEnd whole() throws Exception {
        return end.get(StreamTestSupport.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    ProviderException failure() throws InterruptedException, TimeoutException {
        @Nullable Throwable cause = null;
        try {
            end.get(StreamTestSupport.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            cause = e.getCause();
        }
        if (cause instanceof ProviderException failure) {
            return failure;
        }
        throw new AssertionError("The answer did not fail, it was: " + text);
    }
}
