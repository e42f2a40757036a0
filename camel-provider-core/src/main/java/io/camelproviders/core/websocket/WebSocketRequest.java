/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import io.camelproviders.core.http.HttpHeader;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to connect to, and the bounds of the connection.
 *
 * @param uri {@code ws} or {@code wss}; its query may hold a ticket, so it is never printed
 * @param headers further headers of the handshake
 * @param label what errors and logs call it: {@code qgpt:stream}
 * @param connectTimeout until the handshake is accepted
 * @param pingInterval time between two pings of ours; null for none
 * @param pongTimeout how long a ping may go without any sign of life before the peer counts as dead
 * @param maxMessageBytes longest message accepted, all its fragments together, in bytes of UTF-8
 * @param maxQueuedSends messages of ours that may wait for the socket
 */
public record WebSocketRequest(
        URI uri,
        List<HttpHeader> headers,
        String label,
        Duration connectTimeout,
        @Nullable Duration pingInterval,
        Duration pongTimeout,
        int maxMessageBytes,
        int maxQueuedSends) {

    public WebSocketRequest {
        headers = List.copyOf(headers);
        if (maxMessageBytes < 1 || maxQueuedSends < 1) {
            throw new IllegalArgumentException("maxMessageBytes and maxQueuedSends must be 1 or more");
        }
    }

    /** Bounds that suit a chat service: ping each 20 s, answer within 10 s, messages up to 4 MiB, 1,024 waiting sends. */
    public static WebSocketRequest of(URI uri, String label, Duration connectTimeout) {
        return new WebSocketRequest(
                uri,
                List.of(),
                label,
                connectTimeout,
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                4 * 1024 * 1024,
                1_024);
    }

    /** The same request with other pings. */
    public WebSocketRequest withPings(@Nullable Duration interval, Duration timeout) {
        return new WebSocketRequest(
                uri, headers, label, connectTimeout, interval, timeout, maxMessageBytes, maxQueuedSends);
    }

    /** The same request with other sizes. */
    public WebSocketRequest withLimits(int messageBytes, int queuedSends) {
        return new WebSocketRequest(
                uri, headers, label, connectTimeout, pingInterval, pongTimeout, messageBytes, queuedSends);
    }

    /** Label and address without the query. */
    @Override
    public String toString() {
        return label + " " + uri.getScheme() + "://" + uri.getHost() + ":" + uri.getPort() + uri.getRawPath();
    }
}
