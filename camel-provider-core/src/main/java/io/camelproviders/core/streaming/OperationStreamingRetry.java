/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.retry.RetryBudget;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.retry.RetrySafety;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks again as the operation's row allows, before the first chunk. A refused connection and the row's statuses are
 * repeated; a timeout or a break only where the row is safe or {@code retryStream} allows it. The provider's
 * {@code Retry-After} is never undercut, and one that is longer than allowed lets the failure stand. Each further question
 * draws on the budget that calls to the same origin share.
 *
 * @param policy how often and how late
 * @param repeat the row's class
 * @param retryStream whether a stream that broke off before its first chunk is asked for again
 * @param budget keeps questions from multiplying an outage
 * @param origin whose budget it is: {@link HttpRequest#origin}
 */
public record OperationStreamingRetry(
        RetryPolicy policy, RetrySafety repeat, boolean retryStream, RetryBudget budget, String origin)
        implements StreamingRetry {

    @Override
    public Optional<Duration> delay(ProviderException cause, int attempts) {
        if (!repeatable(cause)) {
            return Optional.empty();
        }
        boolean timeout = cause instanceof ProviderTimeoutException;
        return policy.next(attempts, cause.retryAfter().orElse(null))
                .filter(delay -> budget.take(origin, timeout, policy.backoff(attempts)));
    }

    @Override
    public void answered() {
        budget.succeeded(origin);
    }

    private boolean repeatable(ProviderException cause) {
        if (cause instanceof HttpStatusException) {
            return repeat.allowsRetryAfter(cause.status());
        }
        boolean broken = cause instanceof TransportException || cause instanceof StreamFaultException;
        boolean safe = retryStream || repeat == RetrySafety.SAFE || repeat == RetrySafety.KEYED;
        boolean breakRepeats = broken && safe && !(cause instanceof AbortedException);
        return breakRepeats || repeat.allowsRetryAfter(cause);
    }
}
