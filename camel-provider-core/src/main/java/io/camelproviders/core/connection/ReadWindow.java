/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.connection;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/**
 * Flow control of one connection: what was granted and has not arrived, and what arrived and is still held, are together never
 * more than the capacity. Units are bytes or messages, as the transport counts them. Grants go out in batches, because each one
 * wakes the reader. Thread-safe.
 */
public final class ReadWindow {

    private final long capacity;
    private final long batch;

    /** Guards the fields below; held for arithmetic only. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Granted and not yet received; the transport may overshoot, which makes it negative. */
    private long granted;

    private long held;

    /**
     * @param capacity units that may be under way or held
     * @param granted units that the transport may read before the first grant
     * @param batch smallest grant
     */
    public ReadWindow(long capacity, long granted, long batch) {
        this.capacity = capacity;
        this.granted = granted;
        this.batch = batch;
    }

    /** Notes units that arrived. */
    public void received(long units) {
        add(-units, 0);
    }

    /** Notes that received units are kept in memory. */
    public void hold(long units) {
        add(0, units);
    }

    /** Notes that held units are gone. */
    public void release(long units) {
        add(0, -units);
    }

    /**
     * Units to grant now; 0 if less than a batch is free. They count as granted.
     *
     * @param max most units that can be granted at once
     */
    public long grant(long max) {
        lock.lock();
        try {
            long free = capacity - held - granted;
            if (free < batch || held >= capacity) {
                return 0;
            }
            long units = Math.min(free, max);
            granted += units;
            return units;
        } finally {
            lock.unlock();
        }
    }

    /** Passes on what may be granted now, if anything. */
    public void grantTo(IntConsumer reader) {
        long units = grant(Integer.MAX_VALUE);
        if (units > 0) {
            reader.accept((int) units);
        }
    }

    private void add(long toGranted, long toHeld) {
        lock.lock();
        try {
            granted += toGranted;
            held += toHeld;
        } finally {
            lock.unlock();
        }
    }
}
