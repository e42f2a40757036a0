/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

/** The taker's side of a running answer. Thread-safe; no method blocks. */
public interface ChunkSubscription {

    /**
     * Asks for so many further chunks; {@code Long.MAX_VALUE} means all. What is not asked for stays in a bounded
     * buffer, then in the socket.
     *
     * @param chunks one or more
     */
    void request(long chunks);

    /** Stops at once: the connection is closed, so the provider stops too. Idempotent; does nothing after the end. */
    void cancel();
}
