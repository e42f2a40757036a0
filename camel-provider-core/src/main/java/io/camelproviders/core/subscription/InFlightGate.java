/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Bounds the messages that all streams of one consumer have in flight together. Thread-safe; nobody waits. */
public final class InFlightGate {

    /** Guards the fields below; no foreign code runs under it. */
    private final Object lock = new Object();

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private int free;
    private boolean waking;

    /** A gate for so many messages, 1 or more. */
    public InFlightGate(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("maxInFlightTotal must be 1 or more, was " + limit);
        }
        this.free = limit;
    }

    /** Takes a place, or has the caller told once when it should try again. */
    boolean tryEnter(Runnable tryAgain) {
        synchronized (lock) {
            if (free > 0) {
                free--;
                return true;
            }
            waiting.add(tryAgain);
            return false;
        }
    }

    /** Gives a place back and wakes those that wait, as long as there is a place. */
    void leave() {
        synchronized (lock) {
            free++;
            if (waking) {
                return;
            }
            waking = true;
        }
        boolean finished = false;
        try {
            for (Runnable next = nextToWake(); next != null; next = nextToWake()) {
                next.run();
            }
            finished = true;
        } finally {
            if (!finished) {
                synchronized (lock) {
                    waking = false;
                }
            }
        }
    }

    /** Whoever was woken may have nothing to send any more, so the next one is woken while a place is free. */
    private @Nullable Runnable nextToWake() {
        synchronized (lock) {
            Runnable next = free > 0 ? waiting.poll() : null;
            waking = next != null;
            return next;
        }
    }
}
