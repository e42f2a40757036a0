/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

/** What the fake can be told to do wrong, by name. */
public enum Misbehaviour {
    /** 200 with {@code success:false}. */
    SOFT_FAILURE,
    /** 200 with a page of HTML, as a proxy's sign-in. */
    HTML_200,
    /** 200 with no body; the request was not processed. */
    EMPTY_200,
    /** The request is processed and answered 204 without a body. */
    NO_CONTENT,
    /** The request is processed and answered with {@code data:null}. */
    DATA_NULL,
    /** 401. */
    UNAUTHORIZED,
    /** 429 that tells the wait in body and header. */
    RATE_LIMITED,
    /** 429 that tells the wait in the body only. */
    RATE_LIMITED_BODY,
    /** 429 that tells the wait in the header only. */
    RATE_LIMITED_HEADER,
    /** 503 with an ordinary error body. */
    UNAVAILABLE,
    /** 500 that hides its cause, as the service does for wrong models, quotas and failures of the model's provider. */
    HIDDEN_CAUSE,
    /** 500 whose error is an object. */
    NESTED_ERROR,
    /** 400 whose body is a list. */
    ERROR_LIST,
    /** 502 whose body is plain text. */
    ERROR_TEXT,
    /** 502 whose body is a page of HTML. */
    ERROR_PAGE,
    /** 500 without a body. */
    ERROR_EMPTY,
    /** The request is processed, and the connection reset instead of an answer. */
    LOST_ANSWER,
    /** The request is processed, and the connection ends in the middle of the answer's body. */
    CUT_BODY,
    /** Nothing is processed or answered; the connection stays open. */
    SILENCE,
    /** Stream: the connection ends (FIN) after the first piece, the body without its end. */
    DROP_MID_STREAM,
    /** Stream: the connection is reset after the first piece. */
    RESET_MID_STREAM,
    /** Stream: nothing more comes after the first piece; the connection stays open. */
    STALL_MID_STREAM,
    /** Stream: no {@code complete} chunk. */
    NO_COMPLETE,
    /** Stream: no {@code [DONE]}. */
    NO_DONE,
    /** Stream: a chunk of type {@code error} after the first piece, and the end. */
    ERROR_CHUNK,
    /** Stream: a chunk with a top-level {@code error} in place of the first piece, and the end. */
    ERROR_FIRST,
    /** Stream: the second piece is broken JSON. */
    BAD_JSON_CHUNK,
    /** Stream: a chunk of an unknown type before the pieces. */
    UNKNOWN_CHUNK,
    /** Stream: {@code data:} without the blank. */
    NO_BLANK,
    /** Stream: lines end with CRLF. */
    CRLF,
    /** Stream: comments, event names and ids between the chunks. */
    COMMENTS,
    /** Stream: every byte travels alone, so that characters are split too. */
    ONE_BYTE_PIECES,
    /** Stream: the whole answer as JSON, as {@code messages/send} gives it. */
    NOT_STREAMED;

    /** Whether it happens to a streamed answer only. */
    boolean ofStream() {
        return compareTo(DROP_MID_STREAM) >= 0;
    }

    /** Whether the request has its effect all the same. */
    boolean processed() {
        return ofStream() || this == NO_CONTENT || this == DATA_NULL || this == LOST_ANSWER || this == CUT_BODY;
    }
}
