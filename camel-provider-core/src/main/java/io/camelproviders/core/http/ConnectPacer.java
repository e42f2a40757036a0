/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Spreads the opening of streams, so that ten thousand of them do not reach a server that has just come back in the
 * same instant. A few may go at once, the rest in even steps. No thread waits.
 */
public final class ConnectPacer {

    /** Openings of a quiet origin that go at once. */
    static final int BURST = 5;

    private static final int MOST_ORIGINS = 1_000;

    private final long step;
    private final Scheduler scheduler;

    /** Per origin the time at which the next opening would be due if there were no burst. */
    private final ConcurrentMap<String, AtomicLong> due = new ConcurrentHashMap<>();

    ConnectPacer(int perSecond, Scheduler scheduler) {
        this.step = Duration.ofSeconds(1).toNanos() / perSecond;
        this.scheduler = scheduler;
    }

    /**
     * Runs the opening on the timer as soon as it is its turn.
     *
     * @return handle to call it off; its turn is then lost
     */
    public Scheduler.Scheduled admit(String origin, Runnable opening) {
        return scheduler.after(turn(origin), opening);
    }

    private Duration turn(String origin) {
        long now = scheduler.nanoTime();
        if (due.size() >= MOST_ORIGINS) {
            due.values().removeIf(next -> next.get() - now < 0);
        }
        AtomicLong next = due.computeIfAbsent(origin, name -> new AtomicLong(now - BURST * step));
        // The books may lag behind the clock by the burst, not by more.
        long mine = next.updateAndGet(last -> Math.max(last - now, -(BURST - 1) * step) + now + step) - step;
        return Duration.ofNanos(Math.max(0, mine - now));
    }
}
