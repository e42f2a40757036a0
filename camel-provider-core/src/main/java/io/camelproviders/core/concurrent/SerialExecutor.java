/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one at a time, in submission order, without a thread of its own: the thread that submits a task while none is
 * running executes it, and those submitted meanwhile. Thousands of connections therefore need no thread each, and state that
 * only tasks access needs no lock. Tasks must be short and must not block; they may submit further tasks.
 *
 * <p>A task that throws never affects the tasks behind it nor the submitting thread: its exception or error is passed to the
 * failure handler, which runs as part of the same task.
 */
public final class SerialExecutor implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(SerialExecutor.class);

    private final Consumer<Throwable> onFailure;

    /** Guards the two fields below; no task runs while it is held. */
    private final Object lock = new Object();

    private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
    private boolean running;

    /** Logs what a task throws. */
    public SerialExecutor() {
        this(failure -> LOG.error("A task failed unexpectedly; the tasks behind it continue", failure));
    }

    /** @param onFailure receives what a task throws, before the next task runs */
    public SerialExecutor(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
    }

    /** Runs the task now, or leaves it to the thread that is running one. */
    @Override
    public void execute(Runnable task) {
        synchronized (lock) {
            queue.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        for (Runnable next = take(); next != null; next = take()) {
            runSafely(next);
        }
    }

    private void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error failure) {
            handle(failure);
        }
    }

    /** An error must not escape either: it would leave this executor marked as running and end the thread of somebody else. */
    private void handle(Throwable failure) {
        try {
            onFailure.accept(failure);
        } catch (RuntimeException | Error second) {
            logSafely(second);
        }
    }

    @SuppressWarnings("EmptyCatch")
    private static void logSafely(Throwable failure) {
        try {
            LOG.error("A failure handler failed itself", failure);
        } catch (RuntimeException | Error outOfMemory) {
            // Nothing can be reported while there is no memory; the next task may find some.
        }
    }

    private @Nullable Runnable take() {
        synchronized (lock) {
            Runnable next = queue.poll();
            if (next == null) {
                running = false;
            }
            return next;
        }
    }
}
