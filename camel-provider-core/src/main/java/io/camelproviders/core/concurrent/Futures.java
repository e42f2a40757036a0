/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Composes futures so that cancelling the result cancels the work behind it. The stages of {@link CompletableFuture} cancel
 * themselves only: cancelling what {@code thenApply} returned leaves the request behind it running.
 */
public final class Futures {

    private Futures() {}

    /** Calls the supplier; what it throws becomes a failed future. */
    public static <T> CompletableFuture<T> call(Supplier<? extends CompletableFuture<T>> supplier) {
        try {
            return supplier.get();
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The failure itself, without the {@code CompletionException} or {@code ExecutionException} around it. */
    public static Throwable unwrap(Throwable failure) {
        Throwable current = failure;
        while ((current instanceof CompletionException || current instanceof ExecutionException)
                && current.getCause() != null) {
            current = current.getCause();
        }
        return current;
    }

    /** The value converted; cancelling the returned future cancels {@code source}. */
    public static <T, R> CompletableFuture<R> map(
            CompletableFuture<T> source, Function<? super T, ? extends R> convert) {
        return cancelling(source.<R>thenApply(convert), source);
    }

    /** The outcome of a second step; cancelling the returned future cancels the step in progress. */
    public static <T, R> CompletableFuture<R> flatMap(
            CompletableFuture<T> source, Function<? super T, ? extends CompletableFuture<R>> next) {
        CancellableFuture<R> result = new CancellableFuture<>();
        result.follow(result.step(source).thenCompose(value -> result.step(next.apply(value))));
        return result;
    }

    /**
     * Makes cancellation of {@code outer} reach {@code inner}.
     *
     * @return {@code outer}
     */
    public static <T> CompletableFuture<T> cancelling(CompletableFuture<T> outer, CompletableFuture<?> inner) {
        return onCancel(outer, () -> inner.cancel(true));
    }

    /**
     * Runs an action if the future is cancelled.
     *
     * @return the same future
     */
    public static <T> CompletableFuture<T> onCancel(CompletableFuture<T> future, Runnable action) {
        CompletableFuture<?> unused = future.whenComplete((value, failure) -> {
            if (future.isCancelled()) {
                action.run();
            }
        });
        return future;
    }

    /**
     * Limits the wait for a future. After the limit the returned future fails with a {@link TimeoutException} and
     * {@code source} is cancelled; cancelling the returned future cancels {@code source}, too.
     *
     * @param what names the wait in the exception
     */
    public static <T> CompletableFuture<T> within(
            CompletableFuture<T> source, Duration limit, Scheduler scheduler, String what) {
        if (source.isDone()) {
            return source;
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Scheduler.Scheduled timer = scheduler.schedule(limit, () -> {
            if (result.completeExceptionally(
                    new TimeoutException(what + " did not complete within " + limit.toMillis() + " ms"))) {
                source.cancel(true);
            }
        });
        CompletableFuture<?> unused = source.whenComplete((value, failure) -> {
            timer.cancel();
            complete(result, value, failure);
        });
        return cancelling(result, source);
    }

    /** Completes a future with the outcome of another one. */
    public static <T> void complete(CompletableFuture<T> future, T value, @Nullable Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(unwrap(failure));
        }
    }
}
