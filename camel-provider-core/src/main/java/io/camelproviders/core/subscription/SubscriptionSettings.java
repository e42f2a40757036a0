/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.retry.RetryPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Behaviour of a subscription. Immutable.
 *
 * @param after where to start if no offset is stored; null for now
 * @param maxInFlight messages dispatched and not yet stored as done, 1 or more
 * @param dedupWindow number of message ids remembered to drop duplicates
 * @param reconnect back-off between connections and the number of failed attempts in a row before giving up; its {@code
 *     maxRetryAfter} is {@link #MAX_REQUESTED_DELAY}
 * @param redelivery back-off between the attempts of a failed message and their number
 * @param maxRetryAfter a longer delay requested by the provider is respected, reported, and makes the health check DOWN
 * @param onFailure how failed messages are handled
 * @param onUnknownOffset what to do if the provider does not know the offset
 * @param retryOnAuthFailure whether to retry with the back-off when the provider refuses the key
 * @param bounds how long each part may take before the health check says so
 */
public record SubscriptionSettings(
        @Nullable StreamOffset after,
        int maxInFlight,
        int dedupWindow,
        RetryPolicy reconnect,
        RetryPolicy redelivery,
        Duration maxRetryAfter,
        OnFailure onFailure,
        OnUnknownOffset onUnknownOffset,
        boolean retryOnAuthFailure,
        Bounds bounds) {

    /** Longest delay between two attempts, whatever the provider asks for. */
    public static final Duration MAX_REQUESTED_DELAY = Duration.ofHours(1);

    /** Failed attempts of one message after which an operator must look. */
    static final int ALARMING_ATTEMPTS = 5;

    public SubscriptionSettings {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be 1 or more, was " + maxInFlight);
        }
        if (dedupWindow < 0) {
            throw new IllegalArgumentException("dedupWindow must be 0 or more, was " + dedupWindow);
        }
    }

    /** Whether the provider asks for a delay that an operator should know of. */
    boolean isLong(ProviderException cause) {
        return cause.retryAfter().orElse(Duration.ZERO).compareTo(maxRetryAfter) > 0;
    }

    /**
     * Limits beyond which a part counts as hung: what has a deadline is abandoned and repeated, and the health check is DOWN.
     *
     * @param handshake of everything that precedes the request which opens the stream, and of the look-up of the current offset
     * @param save of loading and storing an offset
     * @param message of the oldest message that is not done; there is no deadline, a slow route is only reported
     */
    public record Bounds(Duration handshake, Duration save, Duration message) {

        /** Five minutes, 30 seconds, 15 minutes. */
        public static final Bounds DEFAULT =
                new Bounds(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofMinutes(15));
    }
}
