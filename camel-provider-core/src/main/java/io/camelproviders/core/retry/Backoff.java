/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Exponential back-off with jitter, one immutable step. Resetting means taking the first step again.
 *
 * @param base undisturbed wait of this step
 * @param multiplier factor to the next step
 * @param max longest wait
 */
public record Backoff(Duration base, double multiplier, Duration max) {

    /** The first step. */
    public static Backoff of(Duration first, double multiplier, Duration max) {
        return new Backoff(first.compareTo(max) > 0 ? max : first, multiplier, max);
    }

    /**
     * The wait of this step: between a tenth and the whole of {@link #base()}. So wide, because what failed together,
     * when a server restarted for example, must not come back together.
     */
    public Duration delay() {
        long nanos = base.toNanos();
        return nanos <= 1 ? base : Duration.ofNanos(ThreadLocalRandom.current().nextLong(nanos / 10, nanos + 1));
    }

    /** The step after this one. */
    public Backoff next() {
        double nanos = Math.min(base.toNanos() * multiplier, (double) max.toNanos());
        return new Backoff(Duration.ofNanos((long) nanos), multiplier, max);
    }
}
