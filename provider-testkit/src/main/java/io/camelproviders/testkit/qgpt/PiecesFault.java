/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

/** Ways in which an answer on the stream goes wrong, or is merely odd. */
public enum PiecesFault {
    /** All is well. */
    NONE,

    // The connection ends.
    /** Resets the connection (RST). */
    DROP,
    /** Resets the connection inside a frame. */
    DROP_IN_FRAME,
    /** Ends the connection (FIN) without a close frame. */
    FIN,
    /** Closes with 1000, normal. */
    CLOSE_1000,
    /** Closes with 1001, going away. */
    CLOSE_1001,
    /** Closes with 1011, internal error. */
    CLOSE_1011,

    // The answer stops coming.
    /** Says nothing more; pings are answered. */
    SILENCE,
    /** Says nothing more but pings. */
    PING_ONLY,
    /** Says nothing more and answers no ping. */
    NO_PONG,

    // The frames are odd.
    /** Each message in fragments of three bytes, which cut characters, with a ping between. */
    FRAGMENTED,
    /** Each message in a binary frame. */
    BINARY,
    /** A text frame that is no UTF-8. */
    INVALID_UTF8,
    /** A binary frame that is no UTF-8. */
    INVALID_UTF8_BINARY,
    /** A masked frame, which servers must not send. */
    MASKED,
    /** Fragments without end. */
    ENDLESS_FRAGMENTS,
    /** A frame that claims 1 GiB. */
    GIANT_FRAME,

    // The messages are odd.
    /** A message that is no JSON; the answer goes on. */
    MALFORMED_JSON,
    /** A message of this exchange whose fields have other types. */
    WRONG_TYPE,
    /** Outputs without {@code request}. */
    NO_REQUEST,
    /** Outputs for a request that nobody made; the answer goes on. */
    FOREIGN_REQUEST,
    /** Begins with INITIALIZED. */
    INITIALIZED,
    /** UNKNOWN instead of IN-PROGRESS. */
    UNKNOWN_STATUS,
    /** UNKNOWN with an error. */
    UNKNOWN_FAILURE,
    /** A status that nobody has heard of; the answer goes on. */
    UNHEARD_STATUS,
    /** No status but at the end. */
    NO_STATUS,
    /** The last text comes with COMPLETED. */
    TEXT_IN_COMPLETED,
    /** Each text is spread over several elements of {@code iterable}. */
    SEVERAL_ELEMENTS,
    /** Null and false for whatever is absent, and fields of tomorrow. */
    NULLS_AND_NOVELTIES,
    /** A migration is told of; the answer goes on. */
    MIGRATION,

    // The exchange ends otherwise.
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
    /** STOPPED, without anybody having asked. */
    STOPPED,
    /** CANCELED. */
    CANCELED,
    /** RESET. */
    RESET
}
