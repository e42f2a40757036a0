/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.answer;

import io.camelproviders.common.error.AbortedException;
import io.camelproviders.common.error.HttpStatusException;
import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.error.ProviderTimeoutException;
import io.camelproviders.common.error.StreamFaultException;
import io.camelproviders.common.error.TransportException;
import io.camelproviders.common.http.HttpRequest;
import io.camelproviders.common.http.RetryRule;
import io.camelproviders.common.retry.Backoff;
import io.camelproviders.common.retry.Repeat;
import io.camelproviders.common.retry.RetryBudget;
import io.camelproviders.common.retry.RetryPolicy;
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
public record StreamRetry(RetryPolicy policy, Repeat repeat, boolean retryStream, RetryBudget budget, String origin)
        implements AnswerRetry {

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
        if (!budget.take(origin, cause instanceof ProviderTimeoutException, step.base())) {
            return Optional.empty();
        }
        return Optional.of(asked.compareTo(own) > 0 ? asked : own);
    }

    @Override
    public void answered() {
        budget.succeeded(origin);
    }

    private boolean repeatable(ProviderException cause) {
        if (cause instanceof HttpStatusException) {
            return RetryRule.repeats(repeat, cause.status());
        }
        boolean broken = cause instanceof TransportException || cause instanceof StreamFaultException;
        boolean safe = retryStream || repeat == Repeat.SAFE || repeat == Repeat.KEYED;
        boolean breakRepeats = broken && safe && !(cause instanceof AbortedException);
        return breakRepeats || RetryRule.repeats(repeat, cause);
    }
}
