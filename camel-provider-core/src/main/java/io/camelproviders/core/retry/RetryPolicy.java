/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import java.time.Duration;

/**
 * How often and how late a call is repeated. Immutable.
 *
 * @param maxRetries retries after the first attempt, 0 or more
 * @param delay wait before the first retry
 * @param multiplier factor from one wait to the next, 1 or more
 * @param maxDelay longest wait of our own choosing
 * @param maxRetryAfter longest wait that a provider may ask for; more fails the call
 */
public record RetryPolicy(
        int maxRetries, Duration delay, double multiplier, Duration maxDelay, Duration maxRetryAfter) {

    public RetryPolicy {
        if (maxRetries < 0) {
            throw new IllegalArgumentException("maxRetries must be 0 or more, was " + maxRetries);
        }
        if (delay.isNegative() || maxDelay.isNegative() || maxRetryAfter.isNegative()) {
            throw new IllegalArgumentException("retry delays must not be negative");
        }
        if (multiplier < 1) {
            throw new IllegalArgumentException("retryBackoffMultiplier must be 1 or more, was " + multiplier);
        }
    }

    /** The first step of the back-off that this policy describes. */
    public Backoff backoff() {
        return Backoff.of(delay, multiplier, maxDelay);
    }
}
