/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import java.util.concurrent.CompletableFuture;

/** Our side of a WebSocket. Thread-safe; no method blocks. */
public interface WebSocketConnection {

    /**
     * Allows this many further messages to be read. Without credit the socket is not read at all, so neither pings nor
     * the peer's close are seen; dead peers are not looked for in that time.
     */
    void request(long messages);

    /**
     * Sends one text message after all earlier ones; one is under way at a time.
     *
     * @return completes when the socket took it, fails with a {@code ProviderException} if it never will
     */
    CompletableFuture<Void> send(String text);

    /**
     * Sends a close frame behind what waits to be sent and closes the socket, at the latest two seconds from now. The
     * listener is told {@code AbortedException} at once unless it has had its end. Idempotent.
     */
    void close(int code, String reason);

    /** Closes the socket at once; the listener is told as in {@link #close}. Idempotent. */
    void abort();
}
