/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import io.camelproviders.testkit.Fault.End;
import io.camelproviders.testkit.Fault.Ending;
import io.camelproviders.testkit.Fault.Pace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the server-sent events (WHATWG HTML, section 9.2) of one streamed response, properly or with scripted faults. Pulls events
 * only while the client reads, so that a burst needs no buffer. Confined to the server's thread.
 */
public final class EventStream {

    /** Where the events come from. */
    public interface Source {

        /** The next event as it is sent; null if there is none yet, or none any more. */
        byte @Nullable [] next();

        /** Whether no further event will come. */
        boolean finished();
    }

    private static final int MAX_PENDING = 64 * 1024;
    private static final int MAX_EVENTS_AT_ONCE = 256;

    /** Between the last event and a reset, so that a client that reads gets the event first. */
    private static final Duration BEFORE_RESET = Duration.ofMillis(50);

    private final FakeServer server;
    private final OperationRequest request;
    private final Responder responder;
    private final BodyStream body;
    private final Source source;
    private final Optional<Ending> ending;
    private final Optional<Pace> pace;

    private int sent;
    private boolean over;

    /** Waits for something that ends with the next {@link #pump()}. */
    private boolean busy;

    /** Opens a stream whose events come from this source. */
    public EventStream(PendingResponse pending, FakeResponse head, Source source) {
        this(pending, head, source, pending.server().faults().take(Ending.class, pending.request()));
    }

    private EventStream(PendingResponse pending, FakeResponse head, Source source, Optional<Ending> ending) {
        this.server = pending.server();
        this.request = pending.request();
        this.responder = pending.responder();
        this.source = source;
        this.ending = ending;
        this.pace = server.faults().take(Pace.class, request);
        this.body = responder.stream(head.status(), head.headerPairs().toArray(String[]::new));
    }

    static EventStream of(PendingResponse pending, FakeResponse response) {
        FaultScript faults = pending.server().faults();
        Optional<Fault.Streamed> streamed = faults.take(Fault.Streamed.class, pending.request());
        Optional<Ending> ending = streamed.map(Fault.Streamed::ending)
                .or(() -> streamed.isPresent() ? Optional.empty() : faults.take(Ending.class, pending.request()));
        Iterator<String> events = streamed.map(found ->
                        found.payloads().stream().map(EventStream::event).iterator())
                .orElseGet(() -> ordinary(faults, pending.request(), response));
        return new EventStream(pending, response, new Finite(events), ending);
    }

    private static Iterator<String> ordinary(FaultScript faults, OperationRequest request, FakeResponse response) {
        Iterator<String> events = Objects.requireNonNull(response.events());
        return faults.take(Fault.Events.class, request)
                .map(fault -> fault.change().apply(events))
                .orElse(events);
    }

    /** An event with this payload. */
    public static String event(String payload) {
        return "data: " + payload + "\n\n";
    }

    private record Finite(Iterator<String> events) implements Source {
        @Override
        public byte @Nullable [] next() {
            return events.hasNext() ? events.next().getBytes(StandardCharsets.UTF_8) : null;
        }

        @Override
        public boolean finished() {
            return !events.hasNext();
        }
    }

    /** The request that opened the stream. */
    public OperationRequest request() {
        return request;
    }

    /** Begins to send events. */
    public void start() {
        server.opened(this, request.conversation());
        body.onDisconnect(() -> server.closed(this, request.conversation()));
        pump();
    }

    /** Sends something besides the events, such as a heartbeat, unless it would spoil an event or meet a client that does not read. */
    public void sendIfIdle(byte[] bytes) {
        if (!over && !busy && body.pendingBytes() == 0) {
            body.write(bytes);
        }
    }

    /** Sends what the source has, as far as the client reads. */
    public void pump() {
        for (int turn = 0; turn < MAX_EVENTS_AT_ONCE && body.pendingBytes() < MAX_PENDING; turn++) {
            if (over || busy || endIfDue()) {
                return;
            }
            byte[] next = source.next();
            if (next == null) {
                finish();
                return;
            }
            if (isDue()) {
                cut(next);
                return;
            }
            sent++;
            write(next);
        }
        if (!over && !busy) {
            busy = true;
            body.onDrained(this::resume);
        }
    }

    private void resume() {
        busy = false;
        pump();
    }

    private void finish() {
        if (!source.finished()) {
            return;
        }
        leave();
        if (isDue()) {
            body.onDrained(body::cut);
        } else {
            body.end();
        }
    }

    private void write(byte[] event) {
        byte[] bytes = event;
        for (Fault.Event fault : server.faults().takeEvents(request)) {
            bytes = fault.change().apply(bytes);
        }
        if (pace.isPresent()) {
            busy = true;
            writeSlowly(bytes, 0, pace.get());
        } else {
            body.write(bytes);
        }
    }

    private void writeSlowly(byte[] bytes, int from, Pace slow) {
        int to = slow.bytes() == 0 ? bytes.length : Math.min(bytes.length, from + slow.bytes());
        responder.after(slow.every(), () -> {
            if (body.open()) {
                body.write(Arrays.copyOfRange(bytes, from, to));
                if (to == bytes.length) {
                    resume();
                } else {
                    writeSlowly(bytes, to, slow);
                }
            }
        });
    }

    /** Not counted as open any more before the client can see the end, so that a test that saw it counts right. */
    private void leave() {
        over = true;
        server.closed(this, request.conversation());
    }

    private boolean isDue() {
        return ending.isPresent() && ending.get().events() <= sent;
    }

    private void cut(byte[] next) {
        leave();
        if (ending.orElseThrow().end() == End.CUT_CHARACTER) {
            body.write(upToHalfCharacter(next));
            body.reset();
        } else {
            body.write(Arrays.copyOf(next, next.length / 2));
            body.cut();
        }
    }

    /** The bytes before the second byte of a character: the event's first beyond ASCII, or one put at its end. */
    private static byte[] upToHalfCharacter(byte[] event) {
        int at = 0;
        while (at < event.length && event[at] >= 0) {
            at++;
        }
        if (at < event.length) {
            return Arrays.copyOf(event, at + 1);
        }
        byte[] start = Arrays.copyOf(event, at - 1);
        start[start.length - 1] = (byte) 0xC3;
        return start;
    }

    /** The endings that need no next event. */
    private boolean endIfDue() {
        if (!isDue()) {
            return false;
        }
        switch (ending.orElseThrow().end()) {
            case CUT, CUT_CHARACTER -> {
                return false;
            }
            case RESET -> {
                leave();
                body.onDrained(() -> responder.after(BEFORE_RESET, body::reset));
            }
            case CLOSE -> {
                leave();
                body.end();
            }
            case GARBAGE -> {
                leave();
                body.write(new byte[] {(byte) 0xFF, (byte) 0xFE, '{', '<', 0, '\n', '\n'});
                body.end();
            }
            case STALL -> over = true;
            case ENDLESS_LINE -> {
                over = true;
                body.write("data: ");
                endlessLine(ending.orElseThrow().bytes());
            }
        }
        return true;
    }

    private void endlessLine(long left) {
        if (left > 0 && body.open()) {
            byte[] part = new byte[(int) Math.min(left, 16 * 1024)];
            Arrays.fill(part, (byte) 'x');
            body.write(part);
            body.onDrained(() -> endlessLine(left - part.length));
        }
    }
}
