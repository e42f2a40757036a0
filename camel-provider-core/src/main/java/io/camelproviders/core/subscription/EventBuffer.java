/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.connection.ReadWindow;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.offset.DedupWindow;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the bytes of a connection and holds the messages that wait for the route. Bounded by the connection's read window:
 * bytes are granted again only when they are no longer held here. Confined to the tasks of its subscription.
 */
final class EventBuffer {

    private static final int CAPACITY = StreamConnection.INITIAL_CREDIT;
    private static final int BATCH = CAPACITY / 2;

    private final StreamConnector connector;
    private final DedupWindow window;
    private final SubscriptionCounters counters;
    private final LongSupplier clock;
    private final ArrayDeque<Entry> queue = new ArrayDeque<>();
    private @Nullable Source source;
    private @Nullable StreamOffset received;
    private int heldBytes;
    private long headSince = SubscriptionState.NEVER;

    /** A waiting event and the bytes it holds in the window of its connection. */
    record Entry(
            StreamEvent event,
            @Nullable StreamOffset offset,
            int bytes,
            @Nullable Source source) {}

    /** One connection as a source of events. */
    private static final class Source {
        private final StreamConnection connection;
        private final FrameDecoder decoder;
        private final ReadWindow credit = new ReadWindow(CAPACITY, CAPACITY, BATCH);
        private boolean broughtMessage;

        Source(StreamConnection connection, FrameDecoder decoder) {
            this.connection = connection;
            this.decoder = decoder;
        }
    }

    /** @param clock monotonic time in nanoseconds */
    EventBuffer(StreamConnector connector, int dedupWindow, SubscriptionCounters counters, LongSupplier clock) {
        this.connector = connector;
        this.window = new DedupWindow(dedupWindow);
        this.counters = counters;
        this.clock = clock;
    }

    /** A connection is open. Half an event of the previous one is lost, waiting messages stay. */
    void connected(StreamConnection connection) {
        source = new Source(connection, connector.newDecoder());
    }

    /** Decodes bytes of the current connection. */
    void feed(byte[] bytes) {
        Source current = source;
        if (current == null) {
            return;
        }
        current.credit.received(bytes.length);
        current.decoder.feed(ByteBuffer.wrap(bytes), frame -> take(frame, current));
        current.credit.grantTo(current.connection::grant);
    }

    private void take(Frame frame, Source from) {
        StreamEvent event = decode(frame);
        if (event.kind() == StreamEvent.Kind.HEARTBEAT) {
            return;
        }
        String id = event.id();
        StreamOffset offset = id == null ? null : new StreamOffset(id);
        if (offset != null && offset.equals(received)) {
            counters.duplicates.increment();
            return;
        }
        // Queued before it counts as received: what fails in between comes again with the next connection.
        add(new Entry(event, offset, frame.size(), from));
        if (id != null && !window.first(id)) {
            queue.removeLast();
            counters.duplicates.increment();
            return;
        }
        if (offset != null) {
            received = offset;
        }
        from.broughtMessage |= event.kind() == StreamEvent.Kind.MESSAGE;
        from.credit.hold(frame.size());
        heldBytes += frame.size();
    }

    private void add(Entry entry) {
        if (queue.isEmpty()) {
            headSince = clock.getAsLong();
        }
        queue.add(entry);
    }

    private StreamEvent decode(Frame frame) {
        StreamEvent event;
        try {
            event = connector.decode(frame);
        } catch (RuntimeException e) {
            return malformed(frame, "its decoder failed: " + e.getClass().getSimpleName());
        }
        String id = event.id();
        return id == null || isValid(id)
                ? event
                : malformed(
                        frame,
                        "its id has " + id.length() + " characters; 1 to " + StreamOffset.MAX_LENGTH
                                + " without control characters are accepted");
    }

    private static StreamEvent malformed(Frame frame, String note) {
        return new StreamEvent(StreamEvent.Kind.MALFORMED, null, frame.type(), "", frame.text(), note);
    }

    private static boolean isValid(String id) {
        return !id.isBlank()
                && id.length() <= StreamOffset.MAX_LENGTH
                && id.chars().noneMatch(Character::isISOControl);
    }

    @Nullable
    Entry peek() {
        return queue.peek();
    }

    Entry take() {
        Entry entry = queue.remove();
        heldBytes -= entry.bytes();
        touch();
        return entry;
    }

    /** An entry is done with: its bytes may be read again, if its connection is still the current one. */
    void release(Entry entry) {
        Source from = entry.source();
        if (from != null && from.equals(source)) {
            from.credit.release(entry.bytes());
            from.credit.grantTo(from.connection::grant);
        }
    }

    /** Whether so much waits that a further connection would only pile up more. */
    boolean full() {
        return heldBytes >= BATCH;
    }

    int size() {
        return queue.size();
    }

    /** Since when the first entry has been first; {@link SubscriptionState#NEVER} if nothing waits. */
    long headSince() {
        return headSince;
    }

    /** Dispatching starts or goes on now. */
    void touch() {
        headSince = queue.isEmpty() ? SubscriptionState.NEVER : clock.getAsLong();
    }

    /** Where the next connection continues. */
    @Nullable
    StreamOffset received() {
        return received;
    }

    /** Starts at an offset; the message at that offset counts as known if the server sends it again. */
    void startAt(StreamOffset offset) {
        received = offset;
        window.first(offset.value());
    }

    /** Continues from an offset that no message brought; it counts as done after what waits already. */
    void continueFrom(StreamOffset offset) {
        startAt(offset);
        add(new Entry(new StreamEvent(StreamEvent.Kind.HEARTBEAT, offset.value(), "", "", "", ""), offset, 0, null));
    }

    /** Whether the current connection brought a message. */
    boolean broughtMessage() {
        return source != null && source.broughtMessage;
    }

    /** The reconnection time that the stream's {@code retry} field asks for. */
    Optional<Duration> reconnectionTime() {
        return source == null ? Optional.empty() : source.decoder.reconnectionTime();
    }
}
