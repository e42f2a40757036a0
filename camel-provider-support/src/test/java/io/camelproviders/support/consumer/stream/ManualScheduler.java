/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when a test lets it. Confined to the test's thread. */
final class ManualScheduler implements Scheduler {

    private final PriorityQueue<Task> tasks = new PriorityQueue<>(
            Comparator.comparingLong((Task task) -> task.due).thenComparingLong(task -> task.number));
    private long now = 1;
    private long numbers;

    private static final class Task {
        private final long due;
        private final long number;
        private final Runnable step;

        Task(long due, long number, Runnable step) {
            this.due = due;
            this.number = number;
            this.step = step;
        }
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable step) {
        Task task = new Task(now + delay.toNanos(), numbers++, step);
        tasks.add(task);
        return () -> tasks.remove(task);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /** Lets time pass, and everything happen that is due by then. */
    void pass(Duration time) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().due <= end) {
            Task next = tasks.remove();
            now = Math.max(now, next.due);
            next.step.run();
        }
        now = end;
    }
}
