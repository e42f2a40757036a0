/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.retry.Backoff;
import io.camelproviders.core.retry.RetrySafety;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One call and its attempts. One thing happens after another: attempt, verdict, wait, attempt. */
final class RetryingCall {

    // configuration
    private final RetryingTransport transport;
    private final HttpRequest request;
    private final RetrySafety repeat;
    private final CompletableFuture<HttpResponse> result = new CompletableFuture<>();

    // confined to the steps
    private int attempts;
    private Backoff backoff;

    // shared with cancelling
    private volatile @Nullable CompletableFuture<HttpResponse> attempt;
    private volatile Scheduler.@Nullable Scheduled wait;

    RetryingCall(RetryingTransport transport, HttpRequest request) {
        this.transport = transport;
        this.request = request;
        this.repeat = transport.repeat(request);
        this.backoff = transport.policy().backoff();
    }

    CompletableFuture<HttpResponse> start() {
        CompletableFuture<HttpResponse> unused = result.whenComplete((response, failure) -> {
            if (result.isCancelled()) {
                stop();
            }
        });
        attempt();
        return result;
    }

    private void attempt() {
        if (result.isDone()) {
            return;
        }
        attempts++;
        CompletableFuture<HttpResponse> current = transport.attempt(request);
        attempt = current;
        if (result.isDone()) {
            // Cancelled between the look above and the line above.
            current.cancel(true);
        }
        CompletableFuture<HttpResponse> unused = current.whenComplete(this::judge);
    }

    private void judge(@Nullable HttpResponse response, @Nullable Throwable thrown) {
        if (response != null) {
            judge(response);
            return;
        }
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure == null) {
            result.completeExceptionally(new IllegalStateException("a transport that ends without an outcome"));
        } else if (!RetryRules.repeats(repeat, failure)
                || !again(Duration.ZERO, failure instanceof ProviderTimeoutException)) {
            result.completeExceptionally(counted(failure));
        }
    }

    private void judge(HttpResponse response) {
        if (response.head().success()) {
            transport.budget().succeeded(request.origin());
        }
        if (RetryRules.repeats(repeat, response.status())) {
            Duration asked = transport.asked(response);
            boolean bearable = asked.compareTo(transport.policy().maxRetryAfter()) <= 0;
            if (bearable && again(asked, false)) {
                return;
            }
        }
        result.complete(new HttpResponse(response.head(), response.body(), attempts));
    }

    /** Waits and tries again, if retries and budget are left. */
    private boolean again(Duration atLeast, boolean afterTimeout) {
        if (attempts > transport.policy().maxRetries() || result.isDone()) {
            return false;
        }
        if (!transport.budget().take(request.origin(), afterTimeout, backoff.base())) {
            return false;
        }
        Duration own = backoff.delay();
        backoff = backoff.next();
        try {
            Scheduler.Scheduled alarm =
                    transport.scheduler().after(own.compareTo(atLeast) > 0 ? own : atLeast, this::attempt);
            wait = alarm;
            if (result.isDone()) {
                alarm.cancel();
            }
            return true;
        } catch (RejectedExecutionException shutDown) {
            // Nobody waits for us any more: the last outcome is the result.
            return false;
        }
    }

    private Throwable counted(Throwable failure) {
        return failure instanceof ProviderException known
                ? known.with(known.details().toBuilder().attempts(attempts).build())
                : failure;
    }

    private void stop() {
        Scheduler.Scheduled alarm = wait;
        if (alarm != null) {
            alarm.cancel();
        }
        CompletableFuture<HttpResponse> current = attempt;
        if (current != null) {
            current.cancel(true);
        }
    }
}
