/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.subscription;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Runs steps one at a time, in the order in which they were given, on whichever thread gave the first of them: thousands
 * of subscriptions need no thread of their own. A step must be short and must not block.
 */
final class Steps {

    /** Guards the two fields below; no step runs under it. */
    private final Object lock = new Object();

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    void run(Runnable step) {
        synchronized (lock) {
            waiting.add(step);
            if (running) {
                return;
            }
            running = true;
        }
        RuntimeException first = null;
        for (Runnable next = take(); next != null; next = take()) {
            RuntimeException failure = runOne(next);
            first = first == null ? failure : first;
        }
        if (first != null) {
            throw first;
        }
    }

    /** A step that fails must not strand those behind it; its giver learns of it when they have run. */
    private @Nullable RuntimeException runOne(Runnable step) {
        boolean finished = false;
        try {
            step.run();
            finished = true;
            return null;
        } catch (RuntimeException e) {
            finished = true;
            return e;
        } finally {
            if (!finished) {
                // An error leaves through here: the next giver must be able to go on.
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
