/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A future made of steps, whose cancelling cancels the step under way. */
final class CancellableFuture<T> extends CompletableFuture<T> {

    private volatile @Nullable CompletableFuture<?> underWay;

    /** Names the step under way. */
    CompletableFuture<T> step(CompletableFuture<T> next) {
        underWay = next;
        if (isCancelled()) {
            next.cancel(true);
        }
        return next;
    }

    /** Ends as the whole ends. */
    void follow(CompletableFuture<T> whole) {
        CompletableFuture<?> unused = whole.whenComplete((value, failure) -> {
            if (failure == null) {
                complete(value);
            } else {
                Throwable cause = failure.getCause();
                completeExceptionally(failure instanceof CompletionException && cause != null ? cause : failure);
            }
        });
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        CompletableFuture<?> step = underWay;
        if (cancelled && step != null) {
            step.cancel(true);
        }
        return cancelled;
    }
}
