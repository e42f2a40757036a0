/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import java.time.Duration;

/** Waiting without a thread, on the monotonic clock. Tests hand in one that records and jumps. */
public interface Scheduler {

    /**
     * Runs a step after a delay, on a timer thread; the step must be short and must not block.
     *
     * @param delay zero or more
     * @return handle to call it off
     */
    Scheduled after(Duration delay, Runnable step);

    /** Monotonic time in nanoseconds, comparable only with itself. */
    long nanoTime();

    /** A step that waits for its time. */
    interface Scheduled {
        /** Calls the step off if it has not begun; idempotent. */
        void cancel();
    }
}
