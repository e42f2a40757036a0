/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the streams that share a key and a host from calling on in vain while something in front of the provider refuses the
 * key: one of them tries at each interval, the others wait until the key is accepted. Thread-safe; no thread waits.
 */
public final class CredentialGate {

    private final Scheduler scheduler;
    private final Duration interval;

    /** Guards the fields below; no attempt runs while it is held. */
    private final Object lock = new Object();

    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private boolean closed;
    private Scheduler.@Nullable Scheduled timer;

    /** @param interval time between two attempts while the key is refused: {@code maxReconnectDelay} */
    public CredentialGate(Scheduler scheduler, Duration interval) {
        this.scheduler = scheduler;
        this.interval = interval;
    }

    /** Whether the key is refused at the moment. */
    boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    /** The key was refused. */
    void refused() {
        synchronized (lock) {
            closed = true;
            arm();
        }
    }

    /** The key was accepted, or the attempt failed for another reason: all may go on. */
    void accepted() {
        List<Waiting> released;
        synchronized (lock) {
            if (!closed) {
                return;
            }
            closed = false;
            released = new ArrayList<>(waiting);
            waiting.clear();
            if (timer != null) {
                timer.cancel();
                timer = null;
            }
        }
        released.forEach(one -> one.attempt().run());
    }

    /** Runs an attempt when it is this caller's turn to try the key, or when the key is accepted again. */
    Scheduler.Scheduled await(Runnable attempt) {
        Waiting one = new Waiting(attempt, new Object());
        boolean open;
        synchronized (lock) {
            open = !closed;
            if (!open) {
                waiting.add(one);
                arm();
            }
        }
        if (open) {
            attempt.run();
        }
        return () -> remove(one);
    }

    private record Waiting(Runnable attempt, Object identity) {}

    private void remove(Waiting one) {
        synchronized (lock) {
            waiting.remove(one);
        }
    }

    private void arm() {
        if (timer == null) {
            timer = scheduler.schedule(interval, this::tryOne);
        }
    }

    /** An attempt that ends without an outcome leaves the timer running for the next one. */
    private void tryOne() {
        Waiting next;
        synchronized (lock) {
            timer = null;
            if (!closed) {
                return;
            }
            next = waiting.isEmpty() ? null : waiting.iterator().next();
            if (next == null) {
                // Nobody waits: whoever comes next tries the key itself.
                closed = false;
                return;
            }
            waiting.remove(next);
            arm();
        }
        next.attempt().run();
    }
}
