/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A running answer as an iterator. Its bounded buffer is filled directly from I/O: a waiting caller holds its own thread
 * and needs no second one. What the buffer cannot hold stays in the socket.
 *
 * <p>{@link #next} throws the {@code ProviderException} that ended the answer, once, after all chunks that came before
 * it. A failure counts as something that comes next: who looks one step ahead, as Camel's splitter does, must not lose the
 * chunk before it.
 *
 * <p>For one taker; {@link #close} may come from any thread, wakes the taker and closes the connection at once.
 *
 * @param <C> type of the chunks
 */
public final class ChunkIterator<C> implements Iterator<C>, AutoCloseable, ChunkSubscriber<C> {

    private final int capacity;
    /** Guards the fields below; nothing foreign is called under it. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final Queue<C> buffer = new ArrayDeque<>();
    private final CompletableFuture<Void> begun = new CompletableFuture<>();
    /** Set before the first look. */
    private volatile BooleanSupplier unwanted = () -> false;

    private @Nullable ChunkSubscription flow;
    private @Nullable StreamingResult answer;
    private @Nullable ProviderException failure;
    private boolean closed;
    private @Nullable String expired;
    private boolean told;
    private int taken;

    ChunkIterator(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("the buffer must hold one chunk or more, not " + capacity);
        }
        this.capacity = capacity;
    }

    /**
     * Closes it at the first look for a chunk that nobody wants any more. Camel's splitter reads on after a failure that
     * stops it, for the sake of its own bookkeeping; an answer would be paid for to its end.
     *
     * @param condition asked before each look, on the taker's thread
     */
    public void closeWhen(BooleanSupplier condition) {
        unwanted = condition;
    }

    /**
     * Waits until there is a chunk, the end or a failure; the latter is told by {@link #next}. After {@link #close} there
     * is nothing.
     *
     * @throws AbortedException if it was closed by {@link #expire} before all chunks were taken
     */
    @Override
    public boolean hasNext() {
        refuseExpired();
        if (unwanted.getAsBoolean()) {
            close();
        }
        lock.lock();
        try {
            while (buffer.isEmpty() && answer == null && failure == null && !closed) {
                changed.await();
            }
            return !closed && (!buffer.isEmpty() || (failure != null && !told));
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public C next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the answer has ended");
        }
        int refill = 0;
        ChunkSubscription running;
        C chunk;
        lock.lock();
        try {
            chunk = buffer.poll();
            if (chunk == null && failure != null && !closed) {
                told = true;
                throw failure;
            }
            running = flow;
            taken++;
            if (taken * 2 >= capacity) {
                refill = taken;
                taken = 0;
            }
        } finally {
            lock.unlock();
        }
        if (chunk == null) {
            throw new NoSuchElementException("the iterator was closed");
        }
        if (refill > 0 && running != null) {
            running.request(refill);
        }
        return chunk;
    }

    /**
     * Completes with the first chunk or the end of an empty answer; exceptionally if the answer failed before. On an
     * I/O or timer thread, or the one that closes.
     */
    public CompletableFuture<Void> begun() {
        return begun.copy();
    }

    /** The whole answer, once it has ended well. */
    public Optional<StreamingResult> answer() {
        lock.lock();
        try {
            return Optional.ofNullable(answer);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Closes it because nobody may read it any longer. Unlike after {@link #close}, whoever reads on is told so: chunks that
     * were paid for must not read as an empty response.
     *
     * @param reason sentence for whoever reads on
     */
    public void expire(String reason) {
        lock.lock();
        try {
            if (!closed && (answer == null || !buffer.isEmpty()) && !told) {
                expired = reason;
            }
        } finally {
            lock.unlock();
        }
        close();
    }

    private void refuseExpired() {
        String reason;
        lock.lock();
        try {
            reason = expired;
        } finally {
            lock.unlock();
        }
        if (reason != null) {
            throw new AbortedException(ErrorDetails.of(reason), null);
        }
    }

    /** Throws away what was not taken, and stops the answer if it is still running. Idempotent. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            buffer.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        abort();
    }

    /** Stops the answer if it is still running. Unlike after {@link #close}, whoever takes its chunks is told of it. */
    public void abort() {
        ChunkSubscription running;
        lock.lock();
        try {
            running = flow;
        } finally {
            lock.unlock();
        }
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onStart(ChunkSubscription started) {
        lock.lock();
        try {
            flow = started;
        } finally {
            lock.unlock();
        }
        started.request(capacity);
    }

    @Override
    public void onChunk(C chunk) {
        change(() -> {
            if (!closed) {
                buffer.add(chunk);
            }
        });
        begun.complete(null);
    }

    @Override
    public void onComplete(StreamingResult whole) {
        change(() -> answer = whole);
        begun.complete(null);
    }

    @Override
    public void onFailure(ProviderException cause) {
        change(() -> failure = cause);
        begun.completeExceptionally(cause);
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private AbortedException interrupted(InterruptedException cause) {
        close();
        Thread.currentThread().interrupt();
        return new AbortedException(
                ErrorDetails.of("the wait for the next chunk was interrupted; the answer was stopped"), cause);
    }
}
