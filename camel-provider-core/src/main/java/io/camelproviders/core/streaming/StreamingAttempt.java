/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: what its source told and has not been handed on yet. The listener methods only submit tasks; everything
 * else is called by tasks.
 */
final class StreamingAttempt<F, C> implements StreamingSource.Listener<F> {

    private record Item<F>(F value, int size) {}

    private final ChunkReader<F, C> reader;
    private final Executor turn;

    // confined to the tasks
    private final Deque<Item<F>> items = new ArrayDeque<>();
    private final Deque<C> chunks = new ArrayDeque<>();
    private @Nullable StreamingConnection connection;
    private @Nullable ResponseHead head;
    private @Nullable ProviderException failure;
    private boolean opened;
    private boolean ordinary;
    private boolean over;
    private int held;
    private long bytes;

    StreamingAttempt(ChunkReader<F, C> reader, Executor turn) {
        this.reader = reader;
        this.turn = turn;
    }

    @Override
    public void onOpen(@Nullable ResponseHead begun) {
        turn.execute(() -> {
            opened = true;
            head = begun;
        });
    }

    @Override
    public void onItem(F item, int size) {
        turn.execute(() -> {
            items.add(new Item<>(item, size));
            bytes += size;
        });
    }

    @Override
    public void onClose() {
        turn.execute(() -> over = true);
    }

    @Override
    public void onResponse(HttpResponse response) {
        turn.execute(() -> {
            head = response.head();
            ordinary = true;
            over = true;
            try {
                chunks.addAll(reader.answered(response));
            } catch (ProviderException e) {
                failure = e;
            }
        });
    }

    @Override
    public void onFailure(ProviderException cause) {
        turn.execute(() -> {
            failure = cause;
            over = true;
        });
    }

    void connected(StreamingConnection made) {
        connection = made;
    }

    /** Whether a chunk can be taken; reads items until there is one. Items of this attempt give their room back here. */
    boolean ready() {
        while (chunks.isEmpty()) {
            release();
            if (reader.complete()) {
                return false;
            }
            Item<F> item = items.poll();
            if (item == null) {
                return false;
            }
            held = item.size();
            chunks.addAll(reader.read(item.value()));
        }
        return true;
    }

    C take() {
        C chunk = chunks.poll();
        if (chunk == null) {
            throw new NoSuchElementException("no chunk is ready");
        }
        return chunk;
    }

    /** Whether everything was taken and nothing more counts: the end mark was read, or the source ended. */
    boolean over() {
        return chunks.isEmpty() && (reader.complete() || (over && items.isEmpty()));
    }

    ChunkReader<F, C> reader() {
        return reader;
    }

    @Nullable
    ResponseHead head() {
        return head;
    }

    /** Why the source ended badly; null if it did not, or if the end mark came first. */
    @Nullable
    ProviderException failure() {
        return reader.complete() ? null : failure;
    }

    boolean opened() {
        return opened;
    }

    /** Whether an ordinary answer came in place of a stream. */
    boolean ordinary() {
        return ordinary;
    }

    /** Bytes of all items so far. */
    long bytes() {
        return bytes;
    }

    void abort() {
        if (connection != null) {
            connection.abort();
        }
    }

    void finished() {
        if (connection != null) {
            connection.finished();
        }
    }

    private void release() {
        if (held > 0 && connection != null) {
            connection.release(held);
        }
        held = 0;
    }
}
