/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.retry.RetrySafety;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One call and its attempts. One step follows the other: attempt, decision, delay, attempt. */
final class RetryingCall {

    // configuration
    private final RetryingTransport transport;
    private final HttpRequest request;
    private final RetrySafety repeat;
    private final CompletableFuture<HttpResponse> result = new CompletableFuture<>();

    // confined to the steps
    private int attempts;

    // shared with cancelling
    private volatile @Nullable CompletableFuture<HttpResponse> attempt;
    private volatile Scheduler.@Nullable Scheduled wait;

    RetryingCall(RetryingTransport transport, HttpRequest request) {
        this.transport = transport;
        this.request = request;
        this.repeat = transport.repeat(request);
    }

    CompletableFuture<HttpResponse> start() {
        CompletableFuture<?> unused = Futures.onCancel(result, this::stop);
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
        Throwable failure = thrown == null
                ? new IllegalStateException("the transport returned neither a response nor a failure")
                : Futures.unwrap(thrown);
        if (!repeat.allowsRetryAfter(failure) || !again(null, failure instanceof ProviderTimeoutException)) {
            result.completeExceptionally(counted(failure));
        }
    }

    private void judge(HttpResponse response) {
        if (response.head().success()) {
            transport.budget().succeeded(request.origin());
        }
        if (repeat.allowsRetryAfter(response.status()) && again(transport.requestedDelay(response), false)) {
            return;
        }
        result.complete(new HttpResponse(response.head(), response.body(), attempts));
    }

    /** Waits and tries again, if retries and budget are left. */
    private boolean again(@Nullable Duration requested, boolean afterTimeout) {
        Duration delay = transport.policy().next(attempts, requested).orElse(null);
        if (delay == null || result.isDone()) {
            return false;
        }
        if (!transport
                .budget()
                .take(request.origin(), afterTimeout, transport.policy().backoff(attempts))) {
            return false;
        }
        try {
            Scheduler.Scheduled timer = transport.scheduler().schedule(delay, this::attempt);
            wait = timer;
            if (result.isDone()) {
                timer.cancel();
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
