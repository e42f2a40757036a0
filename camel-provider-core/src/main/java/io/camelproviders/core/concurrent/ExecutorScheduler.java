/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Waits on a scheduled executor, which stays the property of whoever made it. The executor should remove cancelled
 * tasks at once ({@code setRemoveOnCancelPolicy(true)}, as Camel's own do): a call's deadline is cancelled long before
 * it is due.
 */
public final class ExecutorScheduler implements Scheduler {

    private final ScheduledExecutorService timer;

    /** Uses an executor; one or two threads are plenty, because steps are short. */
    public ExecutorScheduler(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /**
     * Schedules the step.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the executor has been shut down
     */
    @Override
    public Scheduled schedule(Duration delay, Runnable step) {
        Waiting waiting = new Waiting(step);
        waiting.scheduled = timer.schedule(waiting, Math.max(0, nanos(delay)), TimeUnit.NANOSECONDS);
        return waiting;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    private static long nanos(Duration delay) {
        // Half of what a long holds, because executors add it to the clock; still 146 years.
        Duration longest = Duration.ofNanos(Long.MAX_VALUE / 2);
        return delay.compareTo(longest) > 0 ? longest.toNanos() : delay.toNanos();
    }

    /** Forgets its step as soon as it is called off, so that a queue of dead timers holds no request bodies. */
    private static final class Waiting implements Runnable, Scheduled {

        private final AtomicReference<@Nullable Runnable> step;
        private volatile @Nullable Future<?> scheduled;

        Waiting(Runnable step) {
            this.step = new AtomicReference<>(step);
        }

        @Override
        public void run() {
            Runnable due = step.getAndSet(null);
            if (due != null) {
                due.run();
            }
        }

        @Override
        public void cancel() {
            step.set(null);
            Future<?> task = scheduled;
            if (task != null) {
                task.cancel(false);
            }
        }
    }
}
