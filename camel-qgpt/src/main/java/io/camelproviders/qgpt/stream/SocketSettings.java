/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.retry.Backoff;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of a shared socket.
 *
 * @param connectTimeout until the handshake is accepted; as long a question waits for a connection
 * @param pingInterval time between two pings; null for none
 * @param pongTimeout how long a ping may go unanswered
 * @param reconnect waits between attempts
 * @param stopTimeout how long the server has to answer a stop, before its conversation is free again
 * @param recovery bounds of recovering
 * @param sizes bounds of memory
 */
public record SocketSettings(
        Duration connectTimeout,
        @Nullable Duration pingInterval,
        Duration pongTimeout,
        Backoff reconnect,
        Duration stopTimeout,
        Recovery recovery,
        Sizes sizes) {

    /**
     * Bounds of recovering an answer after a drop.
     *
     * @param poll waits between looks
     * @param timeout from the drop to giving up
     */
    public record Recovery(Backoff poll, Duration timeout) {}

    /**
     * Bounds of memory.
     *
     * @param maxMessageBytes longest message
     * @param window characters that an exchange may have delivered and not taken; more stops the socket for all
     * @param maxPartialText characters kept to tell with a failure
     * @param maxWaiting questions that are asked and not answered
     */
    public record Sizes(int maxMessageBytes, int window, int maxPartialText, int maxWaiting) {}

    /** The documented defaults. */
    public static SocketSettings defaults() {
        return new SocketSettings(
                Duration.ofSeconds(2),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Backoff.of(Duration.ofMillis(500), 2, Duration.ofSeconds(30)),
                Duration.ofSeconds(10),
                new Recovery(Backoff.of(Duration.ofMillis(250), 2, Duration.ofSeconds(4)), Duration.ofSeconds(30)),
                new Sizes(4 * 1024 * 1024, 256 * 1024, 1024 * 1024, 10_000));
    }
}
