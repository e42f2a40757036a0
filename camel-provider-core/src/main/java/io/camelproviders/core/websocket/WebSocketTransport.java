/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

/** Opens WebSockets (RFC 6455). No method blocks; a transport is closed by whoever made it. */
public interface WebSocketTransport {

    /**
     * Begins to connect. The listener is told of exactly one end, also when the connection never stands. Nothing is
     * followed (no redirects) and nothing is tried twice.
     */
    WebSocketConnection connect(WebSocketRequest request, WebSocketListener listener);
}
