/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Spreads the opening of streams so that thousands of them do not reach a server that has just restarted at the same instant.
 * Those of one origin queue up; a few may go at once, the rest in even steps. Who leaves the queue gives its turn to the next
 * one. Thread-safe; no thread waits.
 */
public final class ConnectPacer {

    /** Openings of a quiet origin that go at once. */
    static final int BURST = 5;

    /** First and longest pause of all origins after this process ran out of file descriptors. */
    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    private static final int MAX_ORIGINS = 1_000;

    private final long step;
    private final Scheduler scheduler;
    private final ConcurrentMap<String, Lane> lanes = new ConcurrentHashMap<>();

    private volatile long pausedUntil;
    private volatile Duration pause = Duration.ZERO;

    ConnectPacer(int perSecond, Scheduler scheduler) {
        this.step = Duration.ofSeconds(1).toNanos() / perSecond;
        this.scheduler = scheduler;
        this.pausedUntil = scheduler.nanoTime();
    }

    /**
     * Runs the opening on a timer thread as soon as it is its turn.
     *
     * @return handle that gives the turn back
     */
    public Scheduler.Scheduled admit(String origin, Runnable opening) {
        if (lanes.size() >= MAX_ORIGINS) {
            lanes.values().removeIf(Lane::idle);
        }
        Turn turn = new Turn(opening);
        Lane lane = lanes.computeIfAbsent(origin, name -> new Lane());
        lane.add(turn);
        return () -> lane.remove(turn);
    }

    /** This process cannot open another socket: nothing is opened for a while, which doubles each time. */
    void outOfDescriptors() {
        synchronized (lanes) {
            long now = scheduler.nanoTime();
            if (pausedUntil - now > 0) {
                return;
            }
            Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
            pause = longer.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : longer;
            pausedUntil = now + pause.toNanos();
        }
    }

    /** A stream was opened: there are descriptors again. */
    void opened() {
        if (!pause.isZero()) {
            pause = Duration.ZERO;
        }
    }

    /** One waiting opening; compared by identity. */
    private static final class Turn {
        private final Runnable opening;

        Turn(Runnable opening) {
            this.opening = opening;
        }
    }

    /** The openings of one origin. The object's lock guards its fields; no opening runs while it is held. */
    private final class Lane {

        private final Set<Turn> waiting = new LinkedHashSet<>();

        /** When the next opening would be due if there were no burst. */
        private long due = scheduler.nanoTime() - BURST * step;

        private Scheduler.@Nullable Scheduled timer;

        synchronized void add(Turn turn) {
            waiting.add(turn);
            arm();
        }

        synchronized void remove(Turn turn) {
            waiting.remove(turn);
            if (waiting.isEmpty() && timer != null) {
                timer.cancel();
                timer = null;
            }
        }

        synchronized boolean idle() {
            return waiting.isEmpty() && due - scheduler.nanoTime() < 0;
        }

        private void arm() {
            if (timer == null && !waiting.isEmpty()) {
                timer = scheduler.schedule(Duration.ofNanos(delay()), this::release);
            }
        }

        private long delay() {
            long now = scheduler.nanoTime();
            return Math.max(0, Math.max(due - now, pausedUntil - now));
        }

        private void release() {
            Turn next = take();
            if (next != null) {
                next.opening.run();
            }
        }

        private synchronized @Nullable Turn take() {
            timer = null;
            Turn next =
                    delay() > 0 || waiting.isEmpty() ? null : waiting.iterator().next();
            if (next != null) {
                waiting.remove(next);
                // The schedule may lag behind the clock by the burst, not by more.
                long now = scheduler.nanoTime();
                due = Math.max(due - now, -(BURST - 1) * step) + now + step;
            }
            arm();
            return next;
        }
    }
}
