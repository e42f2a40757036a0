/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.answer;

import io.camelproviders.common.error.AbortedException;
import io.camelproviders.common.error.HttpStatusException;
import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.error.ProviderTimeoutException;
import io.camelproviders.common.error.StreamFaultException;
import io.camelproviders.common.error.TransportException;
import io.camelproviders.common.retry.Backoff;
import io.camelproviders.common.retry.Repeat;
import io.camelproviders.common.retry.RetryPolicy;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks again as the operation's row allows, before the first chunk. A refused connection and the row's statuses are
 * repeated; a timeout or a break only where the row is safe or {@code retryStream} allows it. The provider's
 * {@code Retry-After} is never undercut, and one that is longer than allowed lets the failure stand.
 *
 * @param policy how often and how late
 * @param repeat the row's class
 * @param retryStream whether a stream that broke off before its first chunk is asked for again
 */
public record StreamRetry(RetryPolicy policy, Repeat repeat, boolean retryStream) implements AnswerRetry {

    private static final Set<Integer> PAID = Set.of(429, 500, 502, 503, 504);

    @Override
    public Optional<Duration> delay(ProviderException cause, int attempts) {
        if (attempts > policy.maxRetries() || !repeatable(cause)) {
            return Optional.empty();
        }
        Backoff step = policy.backoff();
        for (int i = 1; i < attempts; i++) {
            step = step.next();
        }
        Duration own = step.delay();
        Duration asked = cause.retryAfter().orElse(own);
        if (asked.compareTo(policy.maxRetryAfter()) > 0 && cause.retryAfter().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(asked.compareTo(own) > 0 ? asked : own);
    }

    private boolean repeatable(ProviderException cause) {
        if (cause instanceof AbortedException) {
            return false;
        }
        if (cause instanceof HttpStatusException) {
            return repeatable(cause.status());
        }
        boolean broken = cause instanceof TransportException || cause instanceof StreamFaultException;
        if (!broken) {
            return false;
        }
        boolean safe = repeat == Repeat.SAFE || repeat == Repeat.KEYED;
        return retryStream || safe || neverSent(cause);
    }

    private boolean repeatable(int status) {
        return switch (repeat) {
            case SAFE, KEYED -> status == 408 || status == 429 || (status >= 500 && status != 501);
            case PAID -> PAID.contains(status);
            case UNSAFE -> status == 429;
        };
    }

    /** Whether no byte of the request can have reached the provider. */
    private static boolean neverSent(ProviderException failure) {
        if (failure instanceof ProviderTimeoutException) {
            return false;
        }
        @Nullable Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
