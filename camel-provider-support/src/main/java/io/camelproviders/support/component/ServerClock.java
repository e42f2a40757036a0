/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one host, as the {@code Date} headers of its responses tell it; shared by the consumers of a component. The
 * local wall clock is never asked: it may be wrong by hours. Thread-safe.
 */
public final class ServerClock {

    /** A reading that is older than this at the moment that is asked about is not used: clocks are set. */
    private static final long OLDEST_NANOS = Duration.ofMinutes(1).toNanos();

    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    /** Guards the fields below; nothing foreign runs under it. */
    private final Object lock = new Object();

    private @Nullable Reading last;
    private CompletableFuture<Reading> next = new CompletableFuture<>();
    private @Nullable Long startDeadline;

    /**
     * One reading.
     *
     * @param date as the server gave it, in whole seconds
     * @param arrival when the response arrived, in nanoseconds of the scheduler's clock
     */
    public record Reading(Instant date, long arrival) {

        /**
         * The server's time at a moment of the scheduler's clock: too early by at most two seconds and the time that the
         * response took, never too late.
         */
        public Instant at(long nanos) {
            return date.minusNanos(arrival - nanos).minus(TOLERANCE);
        }
    }

    /** A reading that is good for this moment of the scheduler's clock. */
    public Optional<Reading> readingFor(long nanos) {
        synchronized (lock) {
            Reading known = last;
            return known == null || nanos - known.arrival() > OLDEST_NANOS ? Optional.empty() : Optional.of(known);
        }
    }

    /** Completes with the next reading, whoever brings it. */
    public CompletableFuture<Reading> next() {
        synchronized (lock) {
            return next.copy();
        }
    }

    /** Takes a reading; returns it. */
    public Reading read(Instant date, long arrival) {
        Reading reading = new Reading(date, arrival);
        CompletableFuture<Reading> awaited;
        synchronized (lock) {
            last = reading;
            awaited = next;
            next = new CompletableFuture<>();
        }
        awaited.complete(reading);
        return reading;
    }

    /**
     * Until when starting consumers may wait for a reading, in nanoseconds of the scheduler's clock. It is one deadline for
     * all of them: a server that does not respond must not hold up a context once per route.
     */
    public long startDeadline(long now, Duration timeout) {
        synchronized (lock) {
            if (startDeadline == null) {
                startDeadline = now + timeout.toNanos();
            }
            return startDeadline;
        }
    }

    /** The server responds, so that the next consumer that starts may wait for it again. */
    public void responds() {
        synchronized (lock) {
            startDeadline = null;
        }
    }
}
