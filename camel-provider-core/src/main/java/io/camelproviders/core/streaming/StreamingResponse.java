/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.connection.ConnectionCycle;
import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.StreamFaultException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question on its way: ask, read, hand on, end. A small state machine; whatever happens to it is a step that runs
 * alone. An attempt that was given up cannot disturb the next one: each has its own {@link StreamingAttempt}.
 */
final class StreamingResponse<F, C> implements ChunkSubscription {

    // configuration
    private final StreamingCall<F, C> call;
    private final ChunkSubscriber<C> sink;
    private final SerialExecutor serial = new SerialExecutor(this::taskFailed);

    // confined to the tasks
    private final ConnectionCycle cycle;
    private @Nullable StreamingAttempt<F, C> attempt;
    private int attempts;
    private long demand;
    private long delivered;
    private boolean ended;
    private final StringBuilder text = new StringBuilder();

    // written by cancel, read by all
    private volatile boolean cancelled;
    private volatile @Nullable StreamingConnection open;

    StreamingResponse(StreamingCall<F, C> call, ChunkSubscriber<C> sink) {
        this.call = call;
        this.sink = sink;
        this.cycle = new ConnectionCycle(serial, call.scheduler());
    }

    void start() {
        serial.execute(() -> {
            sink.onStart(this);
            ask();
        });
    }

    @Override
    public void request(long chunks) {
        if (chunks <= 0) {
            throw new IllegalArgumentException("one chunk or more must be requested, not " + chunks);
        }
        serial.execute(() -> {
            demand = demand + chunks < 0 ? Long.MAX_VALUE : demand + chunks;
            handOn();
        });
    }

    @Override
    public void cancel() {
        cancelled = true;
        StreamingConnection connection = open;
        if (connection != null) {
            connection.abort();
        }
        serial.execute(() -> fail(new AbortedException(
                blame("the answer was cancelled and its connection closed").build())));
    }

    private void ask() {
        if (ended) {
            return;
        }
        attempts++;
        ConnectionCycle.Attempt turn = cycle.begin();
        StreamingAttempt<F, C> mine = new StreamingAttempt<>(
                call.readers().get(),
                task -> turn.execute(() -> {
                    task.run();
                    handOn();
                }));
        attempt = mine;
        try {
            StreamingConnection connection = call.source().ask(mine);
            mine.connected(connection);
            turn.connecting(connection::abort);
            open = connection;
            if (cancelled) {
                connection.abort();
            }
        } catch (ProviderException e) {
            attemptFailed(e);
        }
    }

    private void handOn() {
        StreamingAttempt<F, C> current = attempt;
        if (ended || current == null) {
            return;
        }
        try {
            while (!ended && current.ready()) {
                if (demand == 0) {
                    return;
                }
                deliver(current, current.take());
            }
            if (!ended && current.bytes() > call.maxBytes()) {
                throw new LimitExceededException(blame("the streamed answer is longer than " + call.maxBytes()
                                + " bytes; raise maxResponseBytes if such answers are expected")
                        .build());
            }
            if (!ended && current.over()) {
                conclude(current);
            }
        } catch (ProviderException e) {
            attemptFailed(e);
        } catch (RuntimeException e) {
            attemptFailed(unexpected(e));
        }
    }

    /** A reader, a source or a subscriber that fails unexpectedly must not leave the response without an end. */
    private void taskFailed(Throwable failure) {
        cycle.drop();
        fail(unexpected(failure));
    }

    private ProtocolException unexpected(Throwable failure) {
        return new ProtocolException(
                blame("the streamed answer could not be taken: "
                                + failure.getClass().getName())
                        .build(),
                failure);
    }

    private void deliver(StreamingAttempt<F, C> current, C chunk) {
        text.append(current.reader().text(chunk));
        delivered++;
        if (demand != Long.MAX_VALUE) {
            demand--;
        }
        sink.onChunk(chunk);
    }

    /** Everything that arrived was handed on, and nothing more will arrive. */
    private void conclude(StreamingAttempt<F, C> current) {
        ProviderException failure = current.failure();
        if (failure != null) {
            attemptFailed(failure);
            return;
        }
        ChunkReader<F, C> reader = current.reader();
        if (!reader.complete() && !current.ordinary() && !reader.endMark().isEmpty()) {
            attemptFailed(cut("the answer ended without its end mark " + reader.endMark()
                    + "; what had arrived is kept as partial text"));
            return;
        }
        ChunkReader.Finished finished = reader.finish(text.toString());
        StreamingResult answer = new StreamingResult(
                finished.text(), finished.result(), finished.attributes(), delivered, attempts, current.head());
        ended = true;
        current.finished();
        endTurn();
        call.retry().answered();
        sink.onComplete(answer);
    }

    /** The connection is finished by itself; what it still reports is ignored. */
    private void endTurn() {
        ConnectionCycle.Attempt turn = cycle.current();
        if (turn != null) {
            turn.ended();
        }
        cycle.drop();
    }

    private void attemptFailed(ProviderException cause) {
        if (ended) {
            return;
        }
        StreamingAttempt<F, C> current = attempt;
        if (current != null) {
            current.abort();
        }
        Optional<Duration> delay =
                delivered > 0 || cancelled ? Optional.empty() : call.retry().delay(cause, attempts);
        if (delay.isPresent()) {
            attempt = null;
            cycle.begin().schedule(delay.get(), this::ask);
            return;
        }
        fail(told(cause, current));
    }

    private void fail(ProviderException cause) {
        if (ended) {
            return;
        }
        ended = true;
        cycle.drop();
        sink.onFailure(cause.with(
                cause.details().toBuilder().attempts(Math.max(attempts, 1)).build()));
    }

    /** Before anything was opened or handed on a failure stands as it is; later it also tells what had arrived. */
    private ProviderException told(ProviderException cause, @Nullable StreamingAttempt<F, C> current) {
        if (cause instanceof StreamFaultException || cause instanceof LimitExceededException) {
            return cause;
        }
        boolean broken = current != null && current.opened() && current.failure() == cause;
        boolean unreadable = cause instanceof DecodeException && current != null && current.opened();
        if (delivered == 0 && !broken && !unreadable) {
            return cause;
        }
        ErrorDetails details = cause.details();
        ErrorDetails.Builder told = details.toBuilder()
                .message("the streamed answer broke off after " + delivered + " chunks: " + details.message());
        if (details.provider().isEmpty()) {
            told.provider(call.label().provider()).operation(call.label().operation());
        }
        return new StreamFaultException(told.build(), cause, text.toString(), delivered);
    }

    private StreamFaultException cut(String message) {
        StreamingAttempt<F, C> current = attempt;
        int status =
                current == null || current.head() == null ? 0 : current.head().status();
        return new StreamFaultException(blame(message).status(status).build(), null, text.toString(), delivered);
    }

    private ErrorDetails.Builder blame(String message) {
        return ErrorDetails.builder(message)
                .provider(call.label().provider())
                .operation(call.label().operation());
    }
}
