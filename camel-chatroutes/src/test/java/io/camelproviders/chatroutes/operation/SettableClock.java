/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A monotonic clock that stands until it is moved. It begins near the overflow, as a real one may. */
final class SettableClock implements Scheduler {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    void forward(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    @Override
    public Scheduled schedule(Duration delay, Runnable step) {
        throw new IllegalStateException("a token source waits for nothing");
    }

    @Override
    public long nanoTime() {
        return nanos.get();
    }
}
