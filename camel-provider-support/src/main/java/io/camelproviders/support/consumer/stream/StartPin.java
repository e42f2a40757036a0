/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.support.component.ServerClock;
import io.camelproviders.support.component.StreamPosition;
import io.camelproviders.support.component.StreamSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The offset of "now", for a consumer that has none stored: the moment its route started, by the server's clock. A message
 * that is created after the start of the route is delivered, even if the first connection comes much later. Determined once;
 * an attempt that fails is repeated by the next call. Thread-safe.
 */
final class StartPin {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);

    private final String consumer;
    private final StreamSource source;
    private final ServerClock clock;
    private final Scheduler scheduler;
    private final long started;

    /** Guards the fields below; nothing foreign runs under it. */
    private final Object lock = new Object();

    private CompletableFuture<StreamOffset> current = new CompletableFuture<>();
    private boolean asked;
    private boolean failureTold;
    private volatile boolean startIsOver;

    /** @param started when the route started, in nanoseconds of the scheduler's clock */
    StartPin(String consumer, StreamSource source, ServerClock clock, Scheduler scheduler, long started) {
        this.consumer = consumer;
        this.source = source;
        this.clock = clock;
        this.scheduler = scheduler;
        this.started = started;
    }

    /** Asks ahead: the next call of {@link #offset()} gets the outcome, even if it is a failure. */
    CompletableFuture<StreamOffset> ahead() {
        return attempt(true);
    }

    /** The offset; fails like any call to the provider. */
    CompletableFuture<StreamOffset> offset() {
        return attempt(false);
    }

    private CompletableFuture<StreamOffset> attempt(boolean ahead) {
        CompletableFuture<StreamOffset> pin;
        boolean first;
        synchronized (lock) {
            boolean failed = current.isCompletedExceptionally();
            if (asked && (!failed || !failureTold)) {
                failureTold = true;
                return current.copy();
            }
            first = !asked;
            asked = true;
            failureTold = !ahead;
            pin = new CompletableFuture<>();
            current = pin;
        }
        clock.readingFor(started).ifPresentOrElse(reading -> pin.complete(at(reading)), () -> ask(pin, first));
        return pin.copy();
    }

    private void ask(CompletableFuture<StreamOffset> pin, boolean first) {
        if (first) {
            // Whichever consumer of the component gets a response first, its reading serves all of them.
            CompletableFuture<?> unused = clock.next().thenAccept(this::take);
        }
        CompletableFuture<?> unused = Futures.call(source::position).whenComplete((position, failure) -> {
            if (failure == null) {
                take(pin, position);
            } else {
                pin.completeExceptionally(Futures.unwrap(failure));
            }
        });
    }

    private void take(ServerClock.Reading reading) {
        CompletableFuture<StreamOffset> pin;
        synchronized (lock) {
            pin = current;
        }
        pin.complete(at(reading));
    }

    private void take(CompletableFuture<StreamOffset> pin, StreamPosition position) {
        clock.responds();
        // Asked before the pin is known: whoever waits for that ends the start.
        boolean late = startIsOver;
        StreamOffset newest = position.newest();
        if (position.date() != null) {
            pin.complete(at(clock.read(position.date(), scheduler.nanoTime())));
        } else if (newest == null) {
            pin.completeExceptionally(new TransportException(ErrorDetails.of(
                    "the provider's responses have no Date header, and there is no message to begin after")));
        } else if (pin.complete(newest) && late && !position.empty()) {
            LOG.warn(
                    "{} begins after the newest message that existed {} s after its start, because the provider's"
                            + " responses have no Date header: messages that were created in between may be missed",
                    consumer,
                    seconds(scheduler.nanoTime() - started));
        }
    }

    private StreamOffset at(ServerClock.Reading reading) {
        return new StreamOffset(reading.at(started).toString());
    }

    private static String seconds(long nanos) {
        Duration passed = Duration.ofNanos(nanos);
        return passed.toSeconds() + "." + passed.toMillisPart() / 100;
    }

    /** From now on messages may be created whose delivery is expected. */
    void startIsOver() {
        startIsOver = true;
    }
}
