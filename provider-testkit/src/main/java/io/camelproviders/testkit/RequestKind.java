/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

/** What a request is for, in all four services. */
public enum RequestKind {
    /** Any request with an ordinary response, {@link #SEND} included. */
    CALL,
    /** A request that sends a message or asks a question and gets one response. */
    SEND,
    /** A request for a ticket that opens a stream. */
    TICKET,
    /** A request that opens a stream: server-sent events, or a WebSocket handshake. */
    STREAM;

    /** Whether a fault for this kind of request hits that one. */
    boolean includes(RequestKind actual) {
        return this == actual || (this == CALL && actual == SEND);
    }
}
