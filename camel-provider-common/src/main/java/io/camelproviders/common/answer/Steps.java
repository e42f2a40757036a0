/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.answer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs steps alone and in order, on whichever thread brings one while no other runs. So the state that steps touch needs
 * no lock, and a step may bring further ones.
 */
final class Steps {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unfinished = new AtomicInteger();

    /** Runs the step now, or lets the thread that is running one take it up. */
    void run(Runnable step) {
        waiting.add(step);
        if (unfinished.getAndIncrement() > 0) {
            return;
        }
        RuntimeException fault = null;
        do {
            Runnable next = waiting.poll();
            try {
                if (next != null) {
                    next.run();
                }
            } catch (RuntimeException e) {
                // The steps behind it must still run; whoever brought this one hears of it at the end.
                fault = fault == null ? e : fault;
            }
        } while (unfinished.decrementAndGet() > 0);
        if (fault != null) {
            throw fault;
        }
    }
}
