/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.connection;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Connection attempts, one after the other: at most one is current, each has its own generation, and everything that belongs to
 * an earlier one (a timer, a handshake, a callback of its connection) is cancelled or ignored. Counts failed attempts and
 * computes the back-off between them. Knows neither the transport nor what the connection carries: the owner decides when to
 * {@link #begin} and what a failure means.
 *
 * <p>Confined to the tasks of the owner's serial executor, except {@link Attempt#execute}, which any thread may call.
 */
public final class ConnectionCycle {

    /** A connection that lived this long was healthy, even if it carried nothing. */
    public static final Duration HEALTHY = Duration.ofSeconds(60);

    private final Executor serial;
    private final Scheduler scheduler;
    private final RetryPolicy policy;

    private @Nullable Attempt current;
    private int failures;

    /**
     * @param serial the owner's serial executor
     * @param scheduler timers
     * @param policy back-off between attempts and their maximum number
     */
    public ConnectionCycle(Executor serial, Scheduler scheduler, RetryPolicy policy) {
        this.serial = serial;
        this.scheduler = scheduler;
        this.policy = policy;
    }

    /** For an owner that decides on further attempts by itself. */
    public ConnectionCycle(Executor serial, Scheduler scheduler) {
        this(serial, scheduler, new RetryPolicy(0, Duration.ZERO, 1, Duration.ZERO, Duration.ZERO));
    }

    /** Ends the current attempt and starts the next one. */
    public Attempt begin() {
        drop();
        Attempt next = new Attempt();
        current = next;
        return next;
    }

    /** Ends the current attempt at once: cancels its timers and its handshake and aborts its connection. */
    public void drop() {
        Attempt last = current;
        current = null;
        if (last != null) {
            last.cancel();
        }
    }

    /** The attempt in progress; null if there is none. */
    public @Nullable Attempt current() {
        return current;
    }

    /**
     * Counts a failed attempt. A connection that lived for {@link #HEALTHY} starts the back-off anew.
     *
     * @param requested delay that the provider asks for; null if it asks for none
     * @return delay before the next attempt; empty if there have been too many
     */
    public Optional<Duration> failed(@Nullable Duration requested) {
        Attempt last = current;
        if (last != null && last.livedLong()) {
            healthy();
        }
        failures++;
        return policy.next(failures, requested);
    }

    /** The connection carried something: the next outage starts with the shortest delay. */
    public void healthy() {
        failures = 0;
    }

    /** Failed attempts since the connection was last healthy. */
    public int failures() {
        return failures;
    }

    /** A failure as an exception that every caller of this library knows. */
    public static ProviderException failure(Throwable thrown, String what) {
        Throwable cause = Futures.unwrap(thrown);
        return cause instanceof ProviderException known
                ? known
                : new TransportException(ErrorDetails.of(what + ": " + cause), cause);
    }

    /** One attempt. As an executor it runs tasks in the owner's serial executor, as long as the attempt is the current one. */
    public final class Attempt implements Executor {

        private final List<Runnable> cancellations = new ArrayList<>(2);
        private @Nullable Runnable abort;
        private boolean open;
        private long openedAt;

        private Attempt() {}

        @Override
        public void execute(Runnable task) {
            serial.execute(() -> {
                if (isCurrent()) {
                    task.run();
                }
            });
        }

        /** Whether no later attempt has begun and this one was not dropped. */
        public boolean isCurrent() {
            return current == this;
        }

        /** Runs a task after a delay, if the attempt is still current then. */
        public void schedule(Duration delay, Runnable task) {
            Timer timer = new Timer(task);
            timer.scheduled = scheduler.schedule(delay, () -> execute(timer));
            whenDropped(timer.cancellation);
        }

        /** A timer of this attempt, which forgets itself when it is due. */
        private final class Timer implements Runnable {

            private final Runnable task;
            private final Runnable cancellation = this::cancel;
            private Scheduler.@Nullable Scheduled scheduled;

            Timer(Runnable task) {
                this.task = task;
            }

            @Override
            public void run() {
                cancellations.remove(cancellation);
                task.run();
            }

            private void cancel() {
                if (scheduled != null) {
                    scheduled.cancel();
                }
            }
        }

        /** A timer that is cancelled with the attempt. */
        public void owns(Scheduler.Scheduled timer) {
            whenDropped(timer::cancel);
        }

        /**
         * Waits for a part of the handshake, at most for {@code limit}.
         *
         * @param what names the wait in a failure
         * @param outcome receives the value or why there is none
         */
        public <T> void await(
                CompletableFuture<T> future,
                Duration limit,
                String what,
                BiConsumer<@Nullable T, @Nullable ProviderException> outcome) {
            CompletableFuture<T> bounded = Futures.within(future, limit, scheduler, what);
            whenDropped(() -> bounded.cancel(true));
            CompletableFuture<?> unused = bounded.whenComplete((value, thrown) -> execute(() ->
                    outcome.accept(thrown == null ? value : null, thrown == null ? null : failure(thrown, what))));
        }

        /** The attempt has a connection, which {@code abort} closes at once. */
        public void connecting(Runnable abort) {
            cancelWaits();
            this.abort = abort;
        }

        /** The connection is open. */
        public void opened() {
            cancelWaits();
            open = true;
            openedAt = scheduler.nanoTime();
        }

        /** The connection ended by itself; there is nothing left to abort. */
        public void ended() {
            abort = null;
            cancelWaits();
        }

        private void whenDropped(Runnable cancellation) {
            if (isCurrent()) {
                cancellations.add(cancellation);
            } else {
                cancellation.run();
            }
        }

        private boolean livedLong() {
            return open && scheduler.nanoTime() - openedAt >= HEALTHY.toNanos();
        }

        private void cancelWaits() {
            List<Runnable> waits = List.copyOf(cancellations);
            cancellations.clear();
            waits.forEach(Runnable::run);
        }

        private void cancel() {
            cancelWaits();
            Runnable connection = abort;
            abort = null;
            if (connection != null) {
                connection.run();
            }
        }
    }
}
