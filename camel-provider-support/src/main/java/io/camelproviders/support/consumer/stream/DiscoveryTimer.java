/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;

/** When discovery does something again: everything follows from {@code discoveryDelay}. Thread-safe. */
final class DiscoveryTimer {

    private static final double JITTER = 0.1;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** A sweep over a list whose new streams are found otherwise is slow: so many pages in the time of one look. */
    private static final int PAGES_A_LOOK = 30;

    /** Looks between two such sweeps. */
    private static final int LOOKS_A_SWEEP = 10;

    /** A look that has not reached known streams goes on in this part of the delay. */
    private static final int HURRY = 10;

    private final Scheduler scheduler;
    private final Duration delay;

    /** Guards the fields below; nothing foreign runs under it. */
    private final Object lock = new Object();

    private final Set<Scheduler.Scheduled> waiting = new HashSet<>();
    private boolean stopped;
    private boolean heldBack;
    private long resume;

    DiscoveryTimer(Scheduler scheduler, Duration delay) {
        this.scheduler = scheduler;
        this.delay = delay;
    }

    /** Between two looks. */
    Duration delay() {
        return jittered(delay);
    }

    /** Before a look goes on that found more than it could read. */
    Duration shortDelay() {
        return delay.dividedBy(HURRY);
    }

    /** Between two pages of a slow sweep. */
    Duration pause() {
        return delay.dividedBy(PAGES_A_LOOK);
    }

    /** Between two slow sweeps. */
    Duration sweepDelay() {
        return jittered(delay.multipliedBy(LOOKS_A_SWEEP));
    }

    /** Holds back everything for as long as the provider asked to wait; at most an hour of it counts. */
    void holdBack(Duration asked) {
        if (asked.isZero() || asked.isNegative()) {
            return;
        }
        Duration wait = asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
        synchronized (lock) {
            resume = scheduler.nanoTime() + wait.toNanos();
            heldBack = true;
        }
    }

    private static Duration jittered(Duration duration) {
        double factor = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }

    /** Runs a step later, unless discovery stops before. */
    void after(Duration wait, Runnable step) {
        synchronized (lock) {
            if (!stopped) {
                waiting.add(schedule(wait, step));
            }
        }
    }

    private Scheduler.Scheduled schedule(Duration wait, Runnable step) {
        Scheduler.Scheduled[] self = new Scheduler.Scheduled[1];
        try {
            self[0] = scheduler.schedule(wait, () -> {
                Duration rest;
                synchronized (lock) {
                    waiting.remove(self[0]);
                    rest = rest();
                }
                if (rest.isZero()) {
                    step.run();
                } else {
                    after(rest, step);
                }
            });
            return self[0];
        } catch (RejectedExecutionException componentStops) {
            stopped = true;
            return () -> {};
        }
    }

    /** What is left of the wait that the provider asked for. */
    private Duration rest() {
        long nanos = heldBack ? resume - scheduler.nanoTime() : 0;
        heldBack = nanos > 0;
        return heldBack ? Duration.ofNanos(nanos) : Duration.ZERO;
    }

    void stop() {
        synchronized (lock) {
            stopped = true;
            waiting.forEach(Scheduler.Scheduled::cancel);
            waiting.clear();
        }
    }
}
