/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.qgpt.operation.PiecesServer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a shared socket is. A snapshot.
 *
 * @param state what it does now
 * @param since since when; all attempts of one outage count as one
 * @param server the server that it is or was connected to last
 * @param lastFailure why the last attempt or connection failed; null if none did since it is open
 * @param lastError why an attempt or connection failed last, whether mended or not; null if none ever did
 * @param connects handshakes accepted so far
 * @param attempts attempts so far
 * @param counters what happened on it
 */
public record SocketHealth(
        State state,
        Instant since,
        @Nullable PiecesServer server,
        @Nullable String lastFailure,
        @Nullable String lastError,
        long connects,
        long attempts,
        Counters counters) {

    /** States of a socket. */
    public enum State {
        /** Never wanted yet. */
        IDLE,
        /** Looking for the server, or shaking hands. */
        CONNECTING,
        /** Usable. */
        OPEN,
        /** Waiting to try again. */
        RECONNECTING,
        /** Closed for good. */
        CLOSED
    }

    /** Of a socket that is not there. */
    public static final SocketHealth NONE =
            new SocketHealth(State.CLOSED, Instant.EPOCH, null, null, null, 0, 0, Counters.NONE);

    /** Connections behind the first. */
    public long reconnects() {
        return Math.max(0, connects - 1);
    }

    /**
     * What happened.
     *
     * @param inFlight exchanges that are asked and not answered
     * @param answers answers that were whole
     * @param failures exchanges that ended otherwise
     * @param unknown messages that belong to no exchange of ours
     * @param malformed messages that could not be read
     * @param recovered answers recovered after a drop
     * @param unheard answers to questions that nobody waits for, with no listener there
     */
    public record Counters(
            long inFlight, long answers, long failures, long unknown, long malformed, long recovered, long unheard) {

        /** Nothing yet. */
        public static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0);

        /** The same with so many malformed messages. */
        Counters withMalformed(long messages) {
            return new Counters(inFlight, answers, failures, unknown, messages, recovered, unheard);
        }
    }
}
