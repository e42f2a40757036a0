/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * One way in which the fake departs from the good server, by name. Hand it to {@link FakeBimpeaiServer#once}, {@link FakeBimpeaiServer#times}
 * or {@link FakeBimpeaiServer#always}, for the whole server or one conversation.
 *
 * <p>A stream takes at open the first scripted {@link Ending}, {@link Beginning} and {@link Pace}, so two scripted endings hit two successive
 * connections. A {@link Form} is used up by events, not by connections. An {@link Answering} or {@link Delay} is used up by one call at its {@link Place}.
 */
public sealed interface Misbehaviour {

    /** Where a wrong answer is given. */
    enum Place {
        /** POST stream-ticket. */
        TICKET,
        /** GET stream, before the first event. */
        STREAM,
        /** A POST of a message, in either way. */
        SEND,
        /** Every call but ticket and stream, sends included. */
        CALL
    }

    /** How a stream ends. */
    enum EndKind {
        CUT_EVENT,
        CUT_CHARACTER,
        RESET,
        SILENCE,
        CLOSE,
        ENDLESS_LINE
    }

    /** How an event looks. */
    enum FormKind {
        NO_ID,
        NO_EVENT,
        MALFORMED,
        UNKNOWN_ROLE,
        WRONG_TYPE,
        INVALID_UTF8,
        CR,
        CRLF,
        RETRY,
        BEFORE
    }

    /** How a call is answered wrongly. */
    enum AnswerKind {
        STATUS,
        HTML,
        JSON,
        SILENCE,
        LOST,
        CUT,
        DRIP
    }

    /** A stream ends after so many messages; {@code bytes} is the length of an endless line. */
    record Ending(EndKind kind, int messages, long bytes) implements Misbehaviour {}

    /** A resumed stream begins so many messages too early. */
    record Beginning(int tooEarly) implements Misbehaviour {}

    /** A stream is written so many bytes a turn. */
    record Pace(int bytesPerTurn, Duration every) implements Misbehaviour {}

    /** An event is written in this form; {@code text} is the retry value or what is put before it. */
    record Form(FormKind kind, String text) implements Misbehaviour {}

    /** A call is answered in this way; {@code bytesPerTurn} and {@code every} belong to a dripping answer. */
    record Answering(
            Place place, AnswerKind kind, int status, List<String> headerPairs, int bytesPerTurn, Duration every)
            implements Misbehaviour {

        public Answering {
            headerPairs = List.copyOf(headerPairs);
        }
    }

    /** A call is taken in, and looked at only after this time. */
    record Delay(Place place, Duration delay) implements Misbehaviour {}

    // Streams: how they end

    /** After n whole messages the next one is cut in its middle and the connection ends (FIN). Waits for that next message. */
    static Misbehaviour dropAfter(int messages) {
        return new Ending(EndKind.CUT_EVENT, messages, 0);
    }

    /** After n whole messages the next one is cut inside a UTF-8 character and the connection is reset. Waits for that next message. */
    static Misbehaviour cutInCharacterAfter(int messages) {
        return new Ending(EndKind.CUT_CHARACTER, messages, 0);
    }

    /** The connection is reset after n messages; 0 means right after the head. */
    static Misbehaviour resetAfter(int messages) {
        return new Ending(EndKind.RESET, messages, 0);
    }

    /** After n messages nothing is said any more, no heartbeat either, and the connection stays open. */
    static Misbehaviour silenceAfter(int messages) {
        return new Ending(EndKind.SILENCE, messages, 0);
    }

    /** The body ends well after n messages. */
    static Misbehaviour closeAfter(int messages) {
        return new Ending(EndKind.CLOSE, messages, 0);
    }

    /** The body ends well without any message. */
    static Misbehaviour closeAtOnce() {
        return closeAfter(0);
    }

    /** After n messages comes one data line of so many bytes that never ends; then silence. */
    static Misbehaviour endlessLineAfter(int messages, long bytes) {
        return new Ending(EndKind.ENDLESS_LINE, messages, bytes);
    }

    // Streams: how they begin, how fast they are

    /** A stream with {@code after} begins with the last k messages before its place, which were seen already. */
    static Misbehaviour overlap(int messages) {
        return new Beginning(messages);
    }

    /** The message named by {@code after} is sent again. */
    static Misbehaviour inclusiveAfter() {
        return new Beginning(1);
    }

    /** Events are written so many bytes a turn. */
    static Misbehaviour slow(int bytesPerTurn, Duration every) {
        return new Pace(bytesPerTurn, every);
    }

    // Events: how they look

    /** No {@code id:} line. */
    static Misbehaviour noIdLine() {
        return new Form(FormKind.NO_ID, "");
    }

    /** No {@code event:} line. */
    static Misbehaviour noEventLine() {
        return new Form(FormKind.NO_EVENT, "");
    }

    /** The data is JSON that breaks off. The message is not sent in any other form. */
    static Misbehaviour malformedJson() {
        return new Form(FormKind.MALFORMED, "");
    }

    /** A role that no list names. */
    static Misbehaviour unknownRole() {
        return new Form(FormKind.UNKNOWN_ROLE, "");
    }

    /** The message id in the data is a number, the text an object. */
    static Misbehaviour wrongTypes() {
        return new Form(FormKind.WRONG_TYPE, "");
    }

    /** The text holds bytes that are not UTF-8. */
    static Misbehaviour invalidUtf8() {
        return new Form(FormKind.INVALID_UTF8, "");
    }

    /** Lines end with a lone CR. */
    static Misbehaviour crLines() {
        return new Form(FormKind.CR, "");
    }

    /** Lines end with CR LF. */
    static Misbehaviour crlfLines() {
        return new Form(FormKind.CRLF, "");
    }

    /** A {@code retry:} line with this value. */
    static Misbehaviour retryLine(String value) {
        return new Form(FormKind.RETRY, value);
    }

    /** These bytes come before the message, which itself is sent well: a junk event, a comment, anything. */
    static Misbehaviour before(String raw) {
        return new Form(FormKind.BEFORE, raw);
    }

    /** An {@code event: error} comes before the message. */
    static Misbehaviour errorEvent() {
        return before("event: error\ndata: {\"message\":\"upstream failed\"}\n\n");
    }

    /** An event of a name that no source knows comes before the message. */
    static Misbehaviour unknownEvent() {
        return before("event: typing\ndata: {\"role\":\"customer\"}\n\n");
    }

    // Calls

    /** Answers with this status, an error body (none for 204) and these headers, and does nothing else. */
    static Misbehaviour status(Place place, int status, String... headerPairs) {
        return new Answering(place, AnswerKind.STATUS, status, List.of(headerPairs), 0, Duration.ZERO);
    }

    /** Answers with this status and {@code Retry-After}: seconds, a date, or nonsense. */
    static Misbehaviour statusRetryAfter(Place place, int status, String retryAfter) {
        return status(place, status, "Retry-After", retryAfter);
    }

    /** 200 with an HTML page. */
    static Misbehaviour html(Place place) {
        return answering(place, AnswerKind.HTML);
    }

    /** 200 with JSON that is not an envelope. */
    static Misbehaviour json(Place place) {
        return answering(place, AnswerKind.JSON);
    }

    /** Never answers; the connection stays open. The call has no effect. */
    static Misbehaviour silence(Place place) {
        return answering(place, AnswerKind.SILENCE);
    }

    /** Does what was asked, then resets the connection instead of answering. */
    static Misbehaviour lostAnswer(Place place) {
        return answering(place, AnswerKind.LOST);
    }

    /** Does what was asked, then ends the connection in the middle of the answer's body. */
    static Misbehaviour cutAnswer(Place place) {
        return answering(place, AnswerKind.CUT);
    }

    /** Does what was asked; head and body come so many bytes a turn. On a stream the head only, and no event after it. */
    static Misbehaviour dripped(Place place, int bytesPerTurn, Duration every) {
        return new Answering(place, AnswerKind.DRIP, 200, List.of(), bytesPerTurn, every);
    }

    /** Looks at the call only after this time. */
    static Misbehaviour delay(Place place, Duration delay) {
        return new Delay(place, delay);
    }

    /** A ticket that was issued well but is refused with 401 on the stream. Same as a 401 there. */
    static Misbehaviour deadTicket() {
        return status(Place.STREAM, 401);
    }

    private static Misbehaviour answering(Place place, AnswerKind kind) {
        return new Answering(place, kind, 200, List.of(), 0, Duration.ZERO);
    }

    /** Bytes that can be no UTF-8: the lead byte of a pair, and no second. */
    static byte[] brokenUtf8() {
        byte[] bytes = "broken: ?(".getBytes(StandardCharsets.US_ASCII);
        bytes[8] = (byte) 0xC3;
        return bytes;
    }
}
