/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import io.camelproviders.core.error.ProviderException;

/**
 * What a WebSocket tells its reader: {@code opened}, messages within the granted credit, and one end. One call at a
 * time, in order, on a thread of the transport's executor or of the timer; must not block.
 */
public interface WebSocketListener {

    /** The handshake was accepted. */
    void opened();

    /** One whole message, its fragments joined; a binary one is taken as UTF-8 text. Costs one credit. */
    void message(String text);

    /**
     * End: the peer closed with a close frame.
     *
     * @param code RFC 6455 section 7.4; 1005 if the frame held none
     */
    void closed(int code, String reason);

    /**
     * End: refused ({@code HttpStatusException}), timed out, reset, no pong, not the protocol, over a limit
     * ({@code LimitExceededException}), or closed by us ({@code AbortedException}).
     */
    void failed(ProviderException cause);
}
