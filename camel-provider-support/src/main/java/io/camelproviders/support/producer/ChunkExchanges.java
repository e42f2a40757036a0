/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.producer;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.streaming.ChunkSubscriber;
import io.camelproviders.core.streaming.ChunkSubscription;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.support.component.ResponseNote;
import io.camelproviders.support.component.StreamingEndpoint;
import io.camelproviders.support.component.StreamingOperation;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.support.ExchangeHelper;
import org.jspecify.annotations.Nullable;

/**
 * Sends every chunk of one answer to an endpoint, each as an exchange of its own, one after the other: the next chunk is
 * requested when that exchange is done. The answer ends when its last chunk's exchange has.
 *
 * <p>Runs nothing on the thread that brings a chunk. One chunk at a time, so what is below the lock changes in order.
 */
final class ChunkExchanges<C> implements ChunkSubscriber<C> {

    private final StreamingEndpoint endpoint;
    private final StreamingOperation<C> how;
    private final AsyncProducer target;
    private final Exchange original;
    private final CompletableFuture<StreamingResult> end = new CompletableFuture<>();

    /** Guards the fields below; nothing foreign runs under it. */
    private final Object lock = new Object();

    private final StringBuilder text = new StringBuilder();
    private @Nullable ChunkSubscription flow;
    private @Nullable StreamingResult answer;
    private @Nullable Throwable failure;
    private boolean busy;
    private long chunks;

    ChunkExchanges(StreamingEndpoint endpoint, StreamingOperation<C> how, AsyncProducer target, Exchange original) {
        this.endpoint = endpoint;
        this.how = how;
        this.target = target;
        this.original = original;
    }

    /** The whole answer when its chunks are through, or the first failure. */
    CompletableFuture<StreamingResult> end() {
        return end;
    }

    /** Stops the answer at once; the exchange of a chunk that is under way still ends first. */
    void cancel() {
        ChunkSubscription running;
        synchronized (lock) {
            running = flow;
        }
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onStart(ChunkSubscription started) {
        synchronized (lock) {
            flow = started;
        }
        started.request(1);
    }

    @Override
    public void onChunk(C chunk) {
        String said = how.text(chunk);
        long number;
        synchronized (lock) {
            busy = true;
            number = ++chunks;
            text.append(said);
        }
        endpoint.runtime().goOn(() -> send(chunk, number));
    }

    private void send(C chunk, long number) {
        Exchange exchange = ExchangeHelper.createCorrelatedCopy(original, false);
        exchange.setPattern(ExchangePattern.InOnly);
        try {
            how.fill(exchange.getMessage(), chunk);
            ResponseNote.write(
                    exchange.getMessage(),
                    endpoint.scheme() + ':' + endpoint.operation().name());
            exchange.getMessage().setHeader(endpoint.headerPrefix() + "EventNumber", number);
            target.process(exchange, doneSync -> done(exchange.getException()));
        } catch (RuntimeException e) {
            done(e);
        }
    }

    private void done(@Nullable Throwable cause) {
        ChunkSubscription running;
        synchronized (lock) {
            busy = false;
            if (cause != null && failure == null) {
                failure = refused(cause);
            }
            running = flow;
        }
        if (cause == null && running != null) {
            running.request(1);
        } else {
            cancel();
        }
        endIfOver();
    }

    private StreamFaultException refused(Throwable cause) {
        ErrorDetails details = ErrorDetails.builder(
                        "chunk " + chunks + " of the streamed answer failed at streamTo, so the answer was stopped")
                .provider(endpoint.scheme())
                .operation(endpoint.operation().name())
                .build();
        return new StreamFaultException(details, cause, text.toString(), chunks);
    }

    @Override
    public void onComplete(StreamingResult whole) {
        synchronized (lock) {
            answer = whole;
        }
        endIfOver();
    }

    @Override
    public void onFailure(ProviderException cause) {
        synchronized (lock) {
            failure = failure == null ? cause : failure;
        }
        endIfOver();
    }

    private void endIfOver() {
        Throwable bad;
        StreamingResult good;
        synchronized (lock) {
            if (busy) {
                return;
            }
            bad = failure;
            good = answer;
        }
        if (bad != null) {
            end.completeExceptionally(bad);
        } else if (good != null) {
            end.complete(good);
        }
    }
}
