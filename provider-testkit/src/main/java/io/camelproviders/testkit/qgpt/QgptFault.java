/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import io.camelproviders.testkit.Fault;

/** Faults and unusual forms of an answer on the stream that only QGPT can show; from the beginning, or {@link #after} some pieces. */
public enum QgptFault implements Fault {
    // The connection ends
    /** Ends the connection (FIN) without a close frame. */
    FIN,
    /** Closes with 1001, going away. */
    CLOSE_1001,
    /** Closes with 1011, internal error. */
    CLOSE_1011,

    // The answer stops
    /** Sends nothing more except pings. */
    PING_ONLY,
    /** Sends nothing more and answers no ping. */
    NO_PONG,

    // Unusual frames
    /** Sends each message in fragments of three bytes, which cut characters, with a ping between. */
    FRAGMENTED,
    /** Sends each message in a binary frame. */
    BINARY,
    /** Sends a text frame that is no UTF-8. */
    INVALID_UTF8,
    /** Sends a binary frame that is no UTF-8. */
    INVALID_UTF8_BINARY,
    /** Sends a masked frame, which servers must not send. */
    MASKED,
    /** Sends a frame that claims 1 GiB. */
    GIANT_FRAME,

    // Unusual messages
    /** Sends a message that is no JSON; the answer goes on. */
    MALFORMED_JSON,
    /** Sends a message of this request whose fields have other types. */
    WRONG_TYPE,
    /** Sends messages without {@code request}. */
    NO_REQUEST,
    /** Sends a message for a request that nobody made; the answer goes on. */
    FOREIGN_REQUEST,
    /** Begins with INITIALIZED. */
    INITIALIZED,
    /** Sends UNKNOWN instead of IN-PROGRESS. */
    UNKNOWN_STATUS,
    /** Sends UNKNOWN with an error. */
    UNKNOWN_FAILURE,
    /** Sends a status that is in no list; the answer goes on. */
    UNLISTED_STATUS,
    /** Sends no status except at the end. */
    NO_STATUS,
    /** Sends the last text with COMPLETED. */
    TEXT_IN_COMPLETED,
    /** Spreads each text over several elements of {@code iterable}. */
    SEVERAL_ELEMENTS,
    /** Sends null and false for whatever is absent, and unknown fields. */
    NULLS_AND_UNKNOWN_FIELDS,
    /** Reports a migration; the answer goes on. */
    MIGRATION,

    // Another end of the answer
    /** FAILED with 401. */
    FAILED_401,
    /** FAILED with 429. */
    FAILED_429,
    /** FAILED with 500 and no message. */
    FAILED_500,
    /** FAILED with 503. */
    FAILED_503,
    /** FAILED because the model needs a paid plan. */
    SUBSCRIPTION_REQUIRED,
    /** STOPPED, although nobody asked for it. */
    STOPPED,
    /** CANCELED. */
    CANCELED,
    /** RESET. */
    RESET;

    /** A fault that shows after so many pieces. */
    public record After(QgptFault fault, int pieces) implements Fault {}

    /** The same fault, after so many pieces. */
    public Fault after(int pieces) {
        return new After(this, pieces);
    }
}
