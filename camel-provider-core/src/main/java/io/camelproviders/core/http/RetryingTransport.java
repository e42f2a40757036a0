/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.retry.RetryAfter;
import io.camelproviders.core.retry.RetryBudget;
import io.camelproviders.core.retry.RetryPolicy;
import io.camelproviders.core.retry.RetrySafety;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Repeats calls as their {@link RetrySafety} allows. Waiting blocks no thread; what a provider asks for is never undercut,
 * and if it asks for more than {@code maxRetryAfter}, its answer is the result. So is the last answer or failure when
 * retries or budget are used up. Streams pass through untouched.
 */
public final class RetryingTransport implements HttpTransport {

    /** Whether calls that are not safe to repeat are repeated all the same. */
    public enum Unsafe {
        /** As each call's {@link RetrySafety} says. */
        AS_DECLARED,
        /** {@code PAID} and {@code UNSAFE} count as {@code SAFE}: the user said so ({@code retryUnsafe=true}). */
        AS_SAFE
    }

    private final HttpTransport next;
    private final RetryPolicy policy;
    private final RetryBudget budget;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Unsafe unsafe;
    private final Function<HttpResponse, Optional<Duration>> waitInBody;

    /** As below, for providers that say how long to wait in the {@code Retry-After} field only. */
    public RetryingTransport(
            HttpTransport next,
            RetryPolicy policy,
            RetryBudget budget,
            Scheduler scheduler,
            Clock clock,
            Unsafe unsafe) {
        this(next, policy, budget, scheduler, clock, unsafe, response -> Optional.empty());
    }

    /**
     * Decorates a transport.
     *
     * @param next what sends
     * @param policy how often and how late
     * @param budget limits storms; shared by all calls of a component
     * @param scheduler waits
     * @param clock local wall clock, for {@code Retry-After} dates of servers that send no {@code Date}
     * @param unsafe what the user allowed
     * @param waitInBody finds a wait that a provider states in the body of an answer; the longer one counts
     */
    public RetryingTransport(
            HttpTransport next,
            RetryPolicy policy,
            RetryBudget budget,
            Scheduler scheduler,
            Clock clock,
            Unsafe unsafe,
            Function<HttpResponse, Optional<Duration>> waitInBody) {
        this.next = next;
        this.policy = policy;
        this.budget = budget;
        this.scheduler = scheduler;
        this.clock = clock;
        this.unsafe = unsafe;
        this.waitInBody = waitInBody;
    }

    @Override
    public CompletableFuture<HttpResponse> call(HttpRequest request) {
        return new RetryingCall(this, request).start();
    }

    @Override
    public StreamConnection open(HttpRequest request, StreamListener listener) {
        return next.open(request, listener);
    }

    // --- for the calls

    CompletableFuture<HttpResponse> attempt(HttpRequest request) {
        return next.call(request);
    }

    RetryPolicy policy() {
        return policy;
    }

    RetryBudget budget() {
        return budget;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    RetrySafety repeat(HttpRequest request) {
        return unsafe == Unsafe.AS_SAFE && request.repeat() != RetrySafety.KEYED ? RetrySafety.SAFE : request.repeat();
    }

    /** The delay that the provider asks for, in the header or in the body; null if it asks for none. */
    @Nullable
    Duration requestedDelay(HttpResponse response) {
        Duration header = response.head()
                .header("Retry-After")
                .flatMap(value ->
                        RetryAfter.parse(value, response.head().header("Date").orElse(null), clock))
                .orElse(null);
        Duration body = waitInBody.apply(response).orElse(null);
        return header == null || (body != null && body.compareTo(header) > 0) ? body : header;
    }
}
