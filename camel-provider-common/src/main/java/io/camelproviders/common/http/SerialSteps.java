/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.http;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs steps one at a time, in the order in which they came, on no thread of its own: whoever brings a step while none
 * runs, runs it and those that arrive meanwhile. What a step alone touches needs no lock. A step must not block; one that
 * throws is told to the thread's handler and the next ones still run.
 */
public final class SerialSteps {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

    /** Runs the step now, or after those that came before it. */
    public void run(Runnable step) {
        waiting.add(step);
        if (pending.getAndIncrement() != 0) {
            return;
        }
        do {
            Runnable next = waiting.poll();
            if (next != null) {
                runOne(next);
            }
        } while (pending.decrementAndGet() != 0);
    }

    private static void runOne(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException broken) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, broken);
        }
    }
}
