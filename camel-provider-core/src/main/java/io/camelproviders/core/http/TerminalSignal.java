/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a listener is told one thing at a time and exactly one end, without a lock: bytes come on an I/O
 * thread, timeouts and aborts on others. Whoever decides on the end first wins. If the listener is busy at that
 * moment, the thread that keeps it busy tells it the end afterwards.
 */
final class TerminalSignal {

    private enum Turn {
        FREE,
        BUSY,
        ENDED
    }

    private final AtomicReference<Turn> turn = new AtomicReference<>(Turn.FREE);
    private final AtomicReference<@Nullable Runnable> end = new AtomicReference<>();

    /** Whether an end has been decided on; it may not have been told yet. */
    boolean decided() {
        return end.get() != null;
    }

    /** Runs a step unless the end has been decided on. Steps come from one thread at a time. */
    void step(Runnable step) {
        if (decided() || !turn.compareAndSet(Turn.FREE, Turn.BUSY)) {
            return;
        }
        try {
            if (!decided()) {
                step.run();
            }
        } finally {
            turn.set(Turn.FREE);
            if (decided()) {
                tell();
            }
        }
    }

    /** Decides on the end; returns whether this was the first to do so. {@link #tell} must follow. */
    boolean decide(Runnable telling) {
        return end.compareAndSet(null, telling);
    }

    /** Tells the end unless a step is running, whose thread will do it. */
    void tell() {
        Runnable telling = end.get();
        if (telling != null && turn.compareAndSet(Turn.FREE, Turn.ENDED)) {
            telling.run();
        }
    }
}
