/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;

/** A clock that stands still until a test moves it; it notes every wait. For one thread. */
public final class RecordingScheduler implements Scheduler {

    public final List<Duration> waits = new ArrayList<>();
    private final Queue<Step> steps = new PriorityQueue<>(Comparator.comparingLong(Step::due));
    private long now;

    private record Step(long due, Runnable step) {}

    @Override
    public Scheduled schedule(Duration delay, Runnable step) {
        waits.add(delay);
        Step entry = new Step(now + delay.toNanos(), step);
        steps.add(entry);
        return () -> steps.remove(entry);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /** Steps that still wait. */
    public int waiting() {
        return steps.size();
    }

    /** Moves the clock and runs what becomes due, in order. */
    public void advance(Duration time) {
        long until = now + time.toNanos();
        while (!steps.isEmpty() && steps.element().due() <= until) {
            Step next = steps.remove();
            now = next.due();
            next.step().run();
        }
        now = until;
    }

    /** Moves the clock until nothing waits any more. */
    public void runAll() {
        for (int i = 0; i < 10_000 && !steps.isEmpty(); i++) {
            advance(Duration.ofNanos(steps.element().due() - now));
        }
    }
}
