/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Exponential back-off with jitter, one immutable step. To reset it, take the first step again.
 *
 * @param base delay of this step without jitter
 * @param multiplier factor to the next step
 * @param max maximum delay
 */
public record Backoff(Duration base, double multiplier, Duration max) {

    /** The first step. */
    public static Backoff of(Duration first, double multiplier, Duration max) {
        return new Backoff(first.compareTo(max) > 0 ? max : first, multiplier, max);
    }

    /**
     * The delay of this step: between a tenth and the whole of {@link #base()}. The range is wide so that clients that failed
     * together, when a server restarted for example, do not come back together.
     */
    public Duration delay() {
        long nanos = base.toNanos();
        return nanos <= 1 ? base : Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 10, nanos + 1));
    }

    /** The step after this one. */
    public Backoff next() {
        return step(2);
    }

    /** The step that follows this one after {@code number - 1} further steps; 1 is this step. */
    Backoff step(int number) {
        double nanos = (double) base.toNanos() * Math.pow(multiplier, Math.max(0, number - 1));
        return new Backoff(Duration.ofNanos((long) Math.min(nanos, (double) max.toNanos())), multiplier, max);
    }
}
