/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that a fake server does in another way than the real service would. Immutable; script it with {@link FakeServer#faults()}.
 *
 * <p>A {@link Response} replaces a response, a {@link Delay} postpones it. {@link Events}, {@link Ending} and {@link Pace} concern a
 * streamed response and are taken when the stream opens, one of each; an {@link Event} changes one event. Faults that only one service
 * can show are in the package of its fake.
 */
public interface Fault {

    /** Answers a request in another way. Runs on the server's thread and must not block. */
    @FunctionalInterface
    interface Response extends Fault {
        void respond(PendingResponse pending);
    }

    /** Handles a request only after this time. */
    record Delay(Duration time) implements Fault {}

    /** Changes the events of a stream before the first is written. */
    record Events(UnaryOperator<Iterator<String>> change) implements Fault {}

    /** Changes one event; of faults with the same name, only one happens to the same event. */
    record Event(String name, UnaryOperator<byte[]> change) implements Fault {}

    /** Writes a stream slowly: so many bytes at a time, 0 for whole events, each after this time. */
    record Pace(int bytes, Duration every) implements Fault {}

    /** How a stream ends. */
    enum End {
        /** In the middle of the next event, the connection is closed (FIN). Waits for that event. */
        CUT,
        /** Inside a character of the next event, the connection is reset (RST). Waits for that event. */
        CUT_CHARACTER,
        /** The connection is reset (RST). */
        RESET,
        /** Nothing more is sent, no heartbeat either; the connection stays open. */
        STALL,
        /** The stream ends properly. */
        CLOSE,
        /** Bytes that are no events follow, then the stream ends properly. */
        GARBAGE,
        /** A line begins and never ends. */
        ENDLESS_LINE
    }

    /**
     * A stream ends after so many events.
     *
     * @param bytes length of an endless line
     */
    record Ending(End end, int events, long bytes) implements Fault {}

    /** A fault for requests of this kind, or for this operation, only. */
    record Targeted(
            Fault fault,
            @Nullable RequestKind kind,
            @Nullable String operation) implements Fault {}

    /** The same fault, for requests of this kind only. */
    default Fault on(RequestKind kind) {
        return new Targeted(this, kind, null);
    }

    /** The same fault, for this operation only. */
    default Fault on(String operation) {
        return new Targeted(this, null, operation);
    }

    // Responses; the operation is not performed

    /** Answers with this status in the error format of the service, and with these headers. */
    static Fault respond(int status, String... headerPairs) {
        return (Response) pending -> {
            FakeResponse error = pending.error(status);
            FakeResponse response = status == 204 ? FakeResponse.body(204, "", new byte[0]) : error;
            pending.write(response.with(headerPairs));
        };
    }

    /** Answers with this response. */
    static Fault respond(FakeResponse response) {
        return (Response) pending -> pending.write(response);
    }

    /** Answers 200 with this JSON. */
    static Fault respondJson(Object body) {
        return respond(FakeResponse.json(200, body));
    }

    /** Answers with this code. */
    static Fault respondWith(Response response) {
        return response;
    }

    /** Answers 429 with this {@code Retry-After}: seconds, a date, or nonsense. */
    static Fault rateLimited(String retryAfter) {
        return respond(429, "Retry-After", retryAfter);
    }

    /** Answers 200 with a page of HTML, as a proxy that wants a login does. */
    static Fault htmlPage() {
        return respond(FakeResponse.text(
                200, "text/html; charset=utf-8", "<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>"));
    }

    /** Answers 200 with nothing. */
    static Fault emptyBody() {
        return respond(FakeResponse.body(200, "", new byte[0]));
    }

    /** Never answers; the connection stays open. */
    static Fault stall() {
        return (Response) pending -> pending.responder().stall();
    }

    /** Resets the connection instead of answering. */
    static Fault dropConnection() {
        return (Response) pending -> {
            pending.responder().stall();
            pending.responder().reset();
        };
    }

    // Responses; the operation is performed

    /** Performs the operation and changes its response. */
    static Fault changeResponse(UnaryOperator<FakeResponse> change) {
        return (Response) pending -> pending.write(change.apply(pending.perform()));
    }

    /** Performs the operation, then resets the connection instead of answering. */
    static Fault lostResponse() {
        return (Response) pending -> {
            pending.perform();
            pending.responder().stall();
            pending.responder().reset();
        };
    }

    /** Performs the operation, then closes the connection in the middle of the response body. */
    static Fault cutResponse() {
        return (Response) pending -> {
            FakeResponse response = pending.perform();
            byte[] bytes = pending.responder().wire(response);
            pending.responder().raw(Arrays.copyOf(bytes, bytes.length - (response.body().length + 1) / 2));
            pending.responder().close();
        };
    }

    /** Performs the operation and sends the response slowly: so many bytes at a time. Of a stream only the head comes. */
    static Fault throttled(int bytes, Duration every) {
        return (Response) pending -> {
            FakeResponse response = pending.perform();
            Runnable then =
                    response.takeOver() == null && response.events() == null ? pending.responder()::next : () -> {};
            pending.responder().throttle(pending.responder().wire(response), bytes, every, then);
        };
    }

    /** Handles the request only after this time. */
    static Fault delay(Duration time) {
        return new Delay(time);
    }

    // Streamed responses: how they end

    /** Closes the connection (FIN) in the middle of the event after so many. */
    static Fault dropAfter(int events) {
        return new Ending(End.CUT, events, 0);
    }

    /** Resets the connection (RST) inside a character of the event after so many. */
    static Fault cutInsideCharacterAfter(int events) {
        return new Ending(End.CUT_CHARACTER, events, 0);
    }

    /** Resets the connection (RST) after so many events; 0 means right after the head. */
    static Fault resetAfter(int events) {
        return new Ending(End.RESET, events, 0);
    }

    /** Sends nothing more after so many events; the connection stays open. */
    static Fault stallAfter(int events) {
        return new Ending(End.STALL, events, 0);
    }

    /** Ends the stream properly after so many events. */
    static Fault closeAfter(int events) {
        return new Ending(End.CLOSE, events, 0);
    }

    /** Sends bytes that are no events after so many events, and ends the stream. */
    static Fault garbageAfter(int events) {
        return new Ending(End.GARBAGE, events, 0);
    }

    /** Sends one data line of so many bytes that never ends, after so many events. */
    static Fault endlessLineAfter(int events, long bytes) {
        return new Ending(End.ENDLESS_LINE, events, bytes);
    }

    // Streamed responses: what they contain, how fast they come

    /** Streams these payloads, one event each, instead of the ordinary events; then what {@link Streamed} says, by default the end. */
    static Streamed stream(String... payloads) {
        return new Streamed(List.of(payloads), null);
    }

    /** Streams events without end, until the client goes. */
    static Fault endlessStream(IntFunction<String> payload) {
        return new Events(ordinary -> new Iterator<>() {
            private int number;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public String next() {
                return EventStream.event(payload.apply(number++));
            }
        });
    }

    /** Changes the list of events of a finite stream. */
    static Fault events(UnaryOperator<List<String>> change) {
        return new Events(ordinary -> {
            List<String> all = new ArrayList<>();
            ordinary.forEachRemaining(all::add);
            return change.apply(all).iterator();
        });
    }

    /** Sends each event only after this time. */
    static Fault slowEvents(Duration every) {
        return new Pace(0, every);
    }

    /** Sends a stream so many bytes at a time. */
    static Fault slowBytes(int bytes, Duration every) {
        return new Pace(bytes, every);
    }

    /** Changes the text of one event. */
    static Fault event(String name, UnaryOperator<String> change) {
        return new Event(name, bytes -> change.apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    }

    /** Sends this text before one event. */
    static Fault before(String text) {
        return event("before", event -> text + event);
    }

    /**
     * Certain payloads instead of the ordinary stream, and how the stream ends after them.
     *
     * @param ending null for a proper end
     */
    record Streamed(List<String> payloads, @Nullable Ending ending) implements Fault {

        /** Then closes the connection inside the body. */
        public Streamed thenDrop() {
            return then(End.CUT);
        }

        /** Then resets the connection. */
        public Streamed thenReset() {
            return then(End.RESET);
        }

        /** Then sends nothing more. */
        public Streamed thenStall() {
            return then(End.STALL);
        }

        /** Then sends bytes that are no events. */
        public Streamed thenGarbage() {
            return then(End.GARBAGE);
        }

        private Streamed then(End end) {
            return new Streamed(payloads, new Ending(end, payloads.size(), 0));
        }
    }
}
