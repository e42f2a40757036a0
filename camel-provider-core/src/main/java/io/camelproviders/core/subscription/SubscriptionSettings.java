/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.retry.Backoff;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription behaves. Immutable.
 *
 * @param after where to begin when nothing is stored; null for now
 * @param maxInFlight messages handed over and not yet stored as done, 1 or more
 * @param dedupWindow ids remembered to drop repetitions
 * @param reconnect first step of the back-off between connections; its base is also the shortest wait
 * @param redelivery first step of the back-off between two tries of a failed message
 * @param maxReconnects failed attempts in a row before giving up; negative for without end
 * @param maxFailureRetries tries of a failed message after the first; negative for without end
 * @param maxRetryAfter a longer wait asked for by the provider is obeyed and reported
 * @param onFailure what becomes of a failed message
 * @param onUnknownOffset what to do when the position is unknown to the provider
 * @param retryOnAuthFailure whether a refused key is tried again with the back-off
 */
public record SubscriptionSettings(
        @Nullable StreamOffset after,
        int maxInFlight,
        int dedupWindow,
        Backoff reconnect,
        Backoff redelivery,
        int maxReconnects,
        int maxFailureRetries,
        Duration maxRetryAfter,
        OnFailure onFailure,
        OnUnknownOffset onUnknownOffset,
        boolean retryOnAuthFailure) {

    /** A connection that lived this long was healthy, even if it brought nothing. */
    static final Duration HEALTHY = Duration.ofSeconds(60);

    /** Failed tries of one message after which an operator must look. */
    static final int ALARMING_TRIES = 5;

    public SubscriptionSettings {
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be 1 or more, was " + maxInFlight);
        }
        if (dedupWindow < 0) {
            throw new IllegalArgumentException("dedupWindow must be 0 or more, was " + dedupWindow);
        }
    }
}
