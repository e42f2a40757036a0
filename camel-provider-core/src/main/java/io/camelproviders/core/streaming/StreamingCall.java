/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.concurrent.Scheduler;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A question, ready to be asked, whose answer arrives in chunks. Asking never blocks. A break after the first chunk
 * fails the answer and is never repaired by asking again: it would cost again and say everything twice.
 *
 * @param source carries the question
 * @param readers makes the reader of one attempt
 * @param retry whether to ask again before the first chunk
 * @param scheduler waits between two attempts
 * @param label scheme and operation, for errors
 * @param maxBytes most bytes of an answer; a longer one fails with {@code LimitExceededException}
 * @param <F> type of the items
 * @param <C> type of the chunks
 */
public record StreamingCall<F, C>(
        StreamingSource<F> source,
        Supplier<? extends ChunkReader<F, C>> readers,
        StreamingRetry retry,
        Scheduler scheduler,
        Label label,
        long maxBytes) {

    /**
     * What errors call the question.
     *
     * @param provider scheme
     * @param operation canonical operation name
     */
    public record Label(String provider, String operation) {}

    /** Asks, and hands the chunks to a sink. */
    public ChunkSubscription start(ChunkSubscriber<C> sink) {
        StreamingResponse<F, C> running = new StreamingResponse<>(this, sink);
        running.start();
        return running;
    }

    /**
     * Asks, and collects the whole answer. The future completes on an I/O or timer thread, exceptionally with a
     * {@code ProviderException}; cancelling it closes the connection at once.
     */
    public CompletableFuture<StreamingResult> aggregate() {
        ResultCollector<C> whole = new ResultCollector<>();
        start(whole);
        return whole.future();
    }

    /**
     * Asks, and hands out the chunks one by one to whoever waits for them.
     *
     * @param capacity most chunks that wait for their taker, 1 or more
     */
    public ChunkIterator<C> iterate(int capacity) {
        ChunkIterator<C> chunks = new ChunkIterator<>(capacity);
        start(chunks);
        return chunks;
    }
}
