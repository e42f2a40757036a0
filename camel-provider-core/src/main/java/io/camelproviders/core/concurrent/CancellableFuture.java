/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A future that is completed by several steps, one after the other; cancelling it cancels the step in progress.
 *
 * @param <T> type of the result
 */
public final class CancellableFuture<T> extends CompletableFuture<T> {

    private volatile @Nullable CompletableFuture<?> current;

    /**
     * Declares the step in progress.
     *
     * @return the same step, cancelled already if this future was
     */
    public <S> CompletableFuture<S> step(CompletableFuture<S> next) {
        current = next;
        if (isCancelled()) {
            next.cancel(true);
        }
        return next;
    }

    /** Completes this future as soon as {@code whole} does, with its outcome. */
    public void follow(CompletableFuture<T> whole) {
        CompletableFuture<?> unused = whole.whenComplete((value, failure) -> Futures.complete(this, value, failure));
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        CompletableFuture<?> step = current;
        if (cancelled && step != null) {
            step.cancel(true);
        }
        return cancelled;
    }
}
