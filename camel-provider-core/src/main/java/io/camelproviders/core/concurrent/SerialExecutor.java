/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs steps one at a time, in the order in which they came, on no thread of its own: whoever brings a step while none
 * runs, runs it and those that arrive meanwhile. So thousands of connections need no thread each, and what only steps
 * touch needs no lock. A step must be short and must not block; it may bring further ones.
 *
 * <p>A step that throws is a fault of this library: it is logged, and the steps behind it still run. It is not thrown at
 * whoever happens to run it, who may have brought another one.
 */
public final class SerialExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    /** Guards the two fields below; no step runs under it. */
    private final Object lock = new Object();

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    /** Runs the step now, or lets the thread that is running one take it up. */
    public void run(Runnable step) {
        synchronized (lock) {
            waiting.add(step);
            if (running) {
                return;
            }
            running = true;
        }
        for (Runnable next = take(); next != null; next = take()) {
            runOne(next);
        }
    }

    private void runOne(Runnable step) {
        boolean finished = false;
        try {
            step.run();
            finished = true;
        } catch (RuntimeException fault) {
            finished = true;
            LOG.error("A step failed; the next ones go on. Please report this", fault);
        } finally {
            if (!finished) {
                // An error leaves through here: whoever comes next must be able to go on.
                synchronized (lock) {
                    running = false;
                }
            }
        }
    }

    private @Nullable Runnable take() {
        synchronized (lock) {
            Runnable next = waiting.poll();
            if (next == null) {
                running = false;
            }
            return next;
        }
    }
}
