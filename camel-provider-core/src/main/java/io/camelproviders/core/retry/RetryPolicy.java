/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is another attempt, and after which delay. The one decision behind retried calls, streamed answers,
 * reconnects and redeliveries; what may be repeated at all is said by {@link RetrySafety}. Immutable.
 *
 * @param maxRetries retries after the first attempt; negative means unlimited
 * @param delay delay before the first retry
 * @param multiplier factor from one delay to the next, 1 or more
 * @param maxDelay maximum back-off delay
 * @param maxRetryAfter limit for a delay that the provider asks for
 * @param longWait what to do if the provider asks for more than {@code maxRetryAfter}
 */
public record RetryPolicy(
        int maxRetries,
        Duration delay,
        double multiplier,
        Duration maxDelay,
        Duration maxRetryAfter,
        LongWait longWait) {

    /** What to do if the provider asks for a longer delay than {@code maxRetryAfter}. */
    public enum LongWait {
        /** No further attempt: the failure with the requested delay is the result. */
        STOP,
        /** One attempt every {@code maxRetryAfter}, and no end as long as the provider asks for a delay. */
        SHORTEN
    }

    public RetryPolicy {
        if (delay.isNegative() || maxDelay.isNegative() || maxRetryAfter.isNegative()) {
            throw new IllegalArgumentException("retry delays must not be negative");
        }
        if (multiplier < 1) {
            throw new IllegalArgumentException("retryBackoffMultiplier must be 1 or more, was " + multiplier);
        }
    }

    /**
     * A policy for calls, which stop at a requested delay above {@code maxRetryAfter}.
     *
     * @param maxRetries 0 or more
     */
    public RetryPolicy(int maxRetries, Duration delay, double multiplier, Duration maxDelay, Duration maxRetryAfter) {
        this(maxRetries, delay, multiplier, maxDelay, maxRetryAfter, LongWait.STOP);
        if (maxRetries < 0) {
            throw new IllegalArgumentException("maxRetries must be 0 or more, was " + maxRetries);
        }
    }

    /**
     * Decides.
     *
     * @param failures failed attempts so far, 1 or more
     * @param requested delay that the provider asks for, never undercut; null if it asks for none
     * @return delay before the next attempt; empty if there is none
     */
    public Optional<Duration> next(int failures, @Nullable Duration requested) {
        boolean keepsWaiting = longWait == LongWait.SHORTEN && requested != null;
        if (maxRetries >= 0 && failures > maxRetries && !keepsWaiting) {
            return Optional.empty();
        }
        Duration own = Backoff.of(delay, multiplier, maxDelay).step(failures).delay();
        if (requested == null || requested.compareTo(own) <= 0) {
            return Optional.of(own);
        }
        if (requested.compareTo(maxRetryAfter) <= 0) {
            return Optional.of(requested);
        }
        return longWait == LongWait.STOP
                ? Optional.empty()
                : Optional.of(own.compareTo(maxRetryAfter) > 0 ? own : maxRetryAfter);
    }

    /** Undisturbed back-off delay after so many failures, without jitter. */
    public Duration backoff(int failures) {
        return Backoff.of(delay, multiplier, maxDelay).step(failures).base();
    }
}
