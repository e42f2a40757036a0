/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends a stream that says nothing. Time counts only while we read: a stream whose reader has granted no credit is not
 * silent. One alarm runs at a time and looks when it is due, so that a byte costs a clock reading and no timer.
 */
final class IdleTimeout {

    private final Timeouts timeouts;
    private final Scheduler scheduler;
    private final Runnable nothingCame;
    private final Runnable wentQuiet;

    /** Guards the fields below; nothing is called while it is held but the scheduler. */
    private final ReentrantLock lock = new ReentrantLock();

    private long since;
    private boolean begun;
    private boolean paused;
    private boolean over;
    private Scheduler.@Nullable Scheduled alarm;

    /**
     * A watch that has not started.
     *
     * @param nothingCame run when no byte came in time after the head
     * @param wentQuiet run when no byte came in time after another
     */
    IdleTimeout(Timeouts timeouts, Scheduler scheduler, Runnable nothingCame, Runnable wentQuiet) {
        this.timeouts = timeouts;
        this.scheduler = scheduler;
        this.nothingCame = nothingCame;
        this.wentQuiet = wentQuiet;
    }

    /** The head is there. */
    void start() {
        lock.lock();
        try {
            since = scheduler.nanoTime();
            arm(limit());
        } finally {
            lock.unlock();
        }
    }

    /** Bytes came. */
    void heard() {
        lock.lock();
        try {
            since = scheduler.nanoTime();
            if (!begun) {
                begun = true;
                arm(limit());
            }
        } finally {
            lock.unlock();
        }
    }

    /** We stop or go on reading; going on starts the time anew. */
    void reading(boolean goesOn) {
        lock.lock();
        try {
            paused = !goesOn;
            since = scheduler.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    /** The stream has ended. */
    void stop() {
        lock.lock();
        try {
            over = true;
            arm(null);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Duration limit() {
        return begun || timeouts.firstByte() == null ? timeouts.idle() : timeouts.firstByte();
    }

    private void arm(@Nullable Duration wait) {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
        if (wait != null && !over) {
            alarm = scheduler.schedule(wait, this::look);
        }
    }

    private void look() {
        Runnable verdict;
        lock.lock();
        try {
            Duration limit = limit();
            if (over || limit == null) {
                return;
            }
            long left = paused ? limit.toNanos() : limit.toNanos() - (scheduler.nanoTime() - since);
            if (left > 0) {
                arm(Duration.ofNanos(left));
                return;
            }
            over = true;
            verdict = begun ? wentQuiet : nothingCame;
        } finally {
            lock.unlock();
        }
        verdict.run();
    }
}
