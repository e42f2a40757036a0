/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes a stream may still read. HttpCore stops reading when its window is used up and hands over a channel;
 * it starts again with whatever is put into that channel, even if the window stays negative. So the channel is used
 * only when the balance is positive again: grants of any size can be given without reading ahead of them, and no grant
 * is too small to be honoured.
 */
final class ReadWindow {

    /** Guards the three fields below; the channel is used outside of it. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Granted and not yet received; below zero by at most one buffer of HttpCore's. */
    private long balance = StreamConnection.INITIAL_CREDIT;

    /** Granted and not yet told to HttpCore, whose window starts with the initial credit. */
    private long untold;

    /** Set while HttpCore has stopped reading. */
    private @Nullable CapacityChannel stopped;

    /** Notes bytes that have come. */
    void received(int bytes) {
        lock.lock();
        try {
            balance -= bytes;
        } finally {
            lock.unlock();
        }
    }

    /** Adds credit; returns whether this started the reading again. */
    boolean grant(int bytes) throws IOException {
        lock.lock();
        try {
            balance += bytes;
            untold += bytes;
        } finally {
            lock.unlock();
        }
        return readOn();
    }

    /** HttpCore has stopped reading; returns whether it went on at once, because there was credit left. */
    boolean stopped(CapacityChannel channel) throws IOException {
        lock.lock();
        try {
            stopped = channel;
        } finally {
            lock.unlock();
        }
        return readOn();
    }

    private boolean readOn() throws IOException {
        CapacityChannel channel;
        int increment;
        lock.lock();
        try {
            channel = stopped;
            if (channel == null || balance <= 0) {
                return false;
            }
            stopped = null;
            increment = (int) Math.min(untold, Integer.MAX_VALUE);
            untold -= increment;
        } finally {
            lock.unlock();
        }
        channel.update(increment);
        return true;
    }
}
