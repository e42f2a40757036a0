/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import java.time.Duration;

/** Delayed execution on the monotonic clock, without a waiting thread. Tests pass one that records delays and jumps. */
public interface Scheduler {

    /**
     * Runs a task after a delay, on a timer thread. The task must be short and must not block.
     *
     * @param delay zero or more
     * @return handle that cancels the task
     */
    Scheduled schedule(Duration delay, Runnable task);

    /** Monotonic time in nanoseconds; only differences between two values have a meaning. */
    long nanoTime();

    /** A task that waits for its time. */
    interface Scheduled {
        /** Cancels the task unless it has started. Idempotent. */
        void cancel();
    }
}
