/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * How much of the shared socket may be read. One exchange whose taker is slow stops it for all, when its window is full:
 * the answers stand one behind the other in one TCP connection, so the only other choice would be memory without bound.
 * Confined to the steps of its socket.
 */
final class SocketReadWindow {

    /** Messages that may be under way: what arrives after the decision to pause. */
    private static final int AHEAD = 32;

    private final int window;
    private final LongConsumer grant;
    private final Set<PendingQuestion> full = new HashSet<>();
    private long owed;

    SocketReadWindow(int window, LongConsumer grant) {
        this.window = window;
        this.grant = grant;
    }

    boolean paused() {
        return !full.isEmpty();
    }

    /** A new connection, with nothing granted yet. */
    void opened() {
        owed = AHEAD;
        settle();
    }

    /** A message was taken off the socket. */
    void taken() {
        owed++;
        settle();
    }

    /** An exchange was given something, gave something back, or ended; true if reading goes on again by this. */
    boolean changed(PendingQuestion exchange) {
        boolean before = paused();
        if (exchange.live() && exchange.unreleased() > window) {
            full.add(exchange);
        } else if (!exchange.live() || exchange.unreleased() <= window / 2) {
            full.remove(exchange);
        }
        settle();
        return before && !paused();
    }

    private void settle() {
        if (!paused() && owed >= AHEAD / 2) {
            long granted = owed;
            owed = 0;
            grant.accept(granted);
        }
    }
}
