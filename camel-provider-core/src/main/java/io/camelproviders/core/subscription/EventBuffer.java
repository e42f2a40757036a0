/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.offset.DedupWindow;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.core.sse.FrameDecoder;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a connection on their way to become messages, and the messages that wait for the route. Bounded by credit:
 * bytes are granted again only when they are no longer held here as a waiting message. Confined to the steps of its
 * subscription.
 */
final class EventBuffer {

    /** Grants go out in batches: each one re-arms the socket whatever its size. */
    private static final int GRANT_BATCH = 32 * 1024;

    private final StreamConnector connector;
    private final DedupWindow window;
    private final SubscriptionCounters counters;
    private final ArrayDeque<Entry> queue = new ArrayDeque<>();
    private @Nullable FrameDecoder decoder;
    private @Nullable StreamOffset received;
    private boolean freshMessage;
    private int owed;
    private int heldBytes;

    /** A message that waits, and the bytes of credit that it holds. */
    record Entry(StreamEvent event, @Nullable StreamOffset position, int bytes, int connection) {}

    EventBuffer(StreamConnector connector, int dedupWindow, SubscriptionCounters counters) {
        this.connector = connector;
        this.window = new DedupWindow(dedupWindow);
        this.counters = counters;
    }

    /** A connection begins: half an event of the last one is gone, waiting messages stay. */
    void connected() {
        decoder = connector.newDecoder();
        owed = 0;
        freshMessage = false;
    }

    /** Takes bytes; returns what may be granted again at once. */
    int feed(byte[] bytes, int connection) {
        FrameDecoder current = decoder;
        if (current == null) {
            return 0;
        }
        int[] held = new int[1];
        current.feed(ByteBuffer.wrap(bytes), frame -> held[0] += take(frame, connection));
        return grant(bytes.length - held[0]);
    }

    /** Returns the bytes that the frame holds from now on: its size if it waits, else nothing. */
    private int take(Frame frame, int connection) {
        StreamEvent event = connector.decode(frame);
        if (event.kind() == StreamEvent.Kind.HEARTBEAT) {
            return 0;
        }
        String id = event.id();
        if (id != null && !takes(id)) {
            String note = "its id has " + id.length() + " characters, 1 to " + StreamOffset.MAX_LENGTH
                    + " are taken, no control characters";
            event = new StreamEvent(StreamEvent.Kind.MALFORMED, null, event.type(), "", frame.text(), note);
            id = null;
        }
        StreamOffset position = null;
        if (id != null) {
            position = new StreamOffset(id);
            if (position.equals(received) || !window.first(id)) {
                counters.duplicates.increment();
                return 0;
            }
            received = position;
        }
        freshMessage |= event.kind() == StreamEvent.Kind.MESSAGE;
        queue.add(new Entry(event, position, frame.size(), connection));
        heldBytes += frame.size();
        return frame.size();
    }

    private static boolean takes(String id) {
        return !id.isBlank()
                && id.length() <= StreamOffset.MAX_LENGTH
                && id.chars().noneMatch(Character::isISOControl);
    }

    /** Credit for bytes that are no longer held; positive only when a batch is full. */
    int grant(int bytes) {
        owed += bytes;
        if (owed < GRANT_BATCH) {
            return 0;
        }
        int batch = owed;
        owed = 0;
        return batch;
    }

    @Nullable
    Entry peek() {
        return queue.peek();
    }

    Entry take() {
        Entry entry = queue.remove();
        heldBytes -= entry.bytes();
        return entry;
    }

    /** Whether so much waits that a further connection would only pile up more. */
    boolean full() {
        return heldBytes >= GRANT_BATCH;
    }

    int size() {
        return queue.size();
    }

    /** Where the next connection goes on. */
    @Nullable
    StreamOffset received() {
        return received;
    }

    /** Begins at a position; what a server sends of that position again is known. */
    void startAt(StreamOffset position) {
        received = position;
        window.first(position.value());
    }

    /** Goes on from a position that no message brought; it counts as done after what waits already. */
    void goOnFrom(StreamOffset position) {
        startAt(position);
        StreamEvent mark = new StreamEvent(StreamEvent.Kind.HEARTBEAT, position.value(), "", "", "", "");
        queue.add(new Entry(mark, position, 0, 0));
    }

    /** Whether this connection brought a message. */
    boolean broughtMessage() {
        return freshMessage;
    }

    /** The reconnection time that the stream asked for, in milliseconds; negative if it asked for none. */
    long reconnectionMillis() {
        FrameDecoder current = decoder;
        return current == null
                ? -1
                : current.reconnectionTime().map(java.time.Duration::toMillis).orElse(-1L);
    }
}
