/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.connection.ReadWindow;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.jspecify.annotations.Nullable;

/**
 * The read window of a stream towards HttpCore, which stops reading when its capacity is used up and then passes a channel; it
 * starts again with whatever is put into that channel, even if its capacity stays negative. So the channel is used only when the
 * window has room again: credit of any size can be granted without reading ahead of it, and none is too small to be honoured.
 * Bytes that the listener has not granted again count as held.
 */
final class ChannelWindow {

    private final ReadWindow window =
            new ReadWindow(StreamConnection.INITIAL_CREDIT, StreamConnection.INITIAL_CREDIT, 1);

    /** Guards the field below; the channel is used outside of it. */
    private final ReentrantLock lock = new ReentrantLock();

    /** Set while HttpCore has stopped reading. */
    private @Nullable CapacityChannel stopped;

    /** Notes bytes that arrived. */
    void received(int bytes) {
        window.received(bytes);
        window.hold(bytes);
    }

    /** Adds credit; returns whether this started the reading again. */
    boolean grant(int bytes) throws IOException {
        window.release(bytes);
        return resume();
    }

    /** HttpCore has stopped reading; returns whether it continues at once, because there was credit left. */
    boolean stopped(CapacityChannel channel) throws IOException {
        lock.lock();
        try {
            stopped = channel;
        } finally {
            lock.unlock();
        }
        return resume();
    }

    private boolean resume() throws IOException {
        CapacityChannel channel;
        int increment;
        lock.lock();
        try {
            channel = stopped;
            increment = channel == null ? 0 : (int) window.grant(Integer.MAX_VALUE);
            if (channel == null || increment == 0) {
                return false;
            }
            stopped = null;
        } finally {
            lock.unlock();
        }
        channel.update(increment);
        return true;
    }
}
