/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events, read to the letter of WHATWG HTML section 9.2.6 "Interpreting an event stream".
 *
 * <p>{@link Frame#id()} is the last event id in force, also when an earlier event or a block without data set it; an
 * empty {@code id} line resets it to the empty string, which is no position to resume from. {@link Frame#size()} counts
 * the event's own lines and the blank line that ends it, not comments. An event that the end of the stream cuts short is dropped.
 *
 * <p>Holds one unfinished line and one unfinished event. After a {@link StreamFormatException} it is of no more use.
 */
public final class SseDecoder implements FrameDecoder {

    private static final String DEFAULT_TYPE = "message";
    private static final byte[] DATA = bytes("data");
    private static final byte[] ID = bytes("id");
    private static final byte[] EVENT = bytes("event");
    private static final byte[] RETRY = bytes("retry");
    /** Longest reconnection time told on; more would overflow nanoseconds somewhere. */
    private static final long MAX_RETRY_MILLIS = Duration.ofDays(36_500).toMillis();

    private final int maxEventBytes;
    private final LineSplitter lines;

    // the event that is being read
    private long size;
    private byte @Nullable [] data;
    private int dataLength;
    private String type = "";
    private boolean ownId;

    // kept from event to event
    private @Nullable String idBuffer;
    private @Nullable String lastEventId;
    private byte[] knownType = {};
    private String knownTypeText = "";
    private @Nullable Duration reconnectionTime;

    /**
     * @param maxLineBytes longest line in bytes, without {@code data: } and without its end
     * @param maxEventBytes longest event with all its lines, in bytes
     */
    public SseDecoder(int maxLineBytes, int maxEventBytes) {
        if (maxEventBytes < 1) {
            throw new IllegalArgumentException("maxEventBytes must be at least 1, not " + maxEventBytes);
        }
        this.maxEventBytes = maxEventBytes;
        this.lines = new LineSplitter(maxLineBytes, this::line);
    }

    @Override
    public void feed(ByteBuffer bytes, Consumer<Frame> frames) {
        lines.feed(bytes, frames);
    }

    /** Drops what is unfinished, as the standard wants it. */
    @Override
    public void end(Consumer<Frame> frames) {
        reset();
    }

    @Override
    public Optional<Duration> reconnectionTime() {
        return Optional.ofNullable(reconnectionTime);
    }

    /** The last event id as of the last blank line, told by an event or by a block without data. */
    public Optional<String> lastEventId() {
        return Optional.ofNullable(lastEventId);
    }

    private void line(byte[] line, int from, int to, int taken, Consumer<Frame> frames) {
        if (from == to) {
            dispatch(taken, frames);
            return;
        }
        if (line[from] == ':') {
            return;
        }
        size += taken;
        if (size > maxEventBytes) {
            throw new StreamFormatException("an event of the stream is longer than " + maxEventBytes
                    + " bytes; raise maxEventBytes if the provider really sends such events");
        }
        int colon = from;
        while (colon < to && line[colon] != ':') {
            colon++;
        }
        int value = Math.min(colon + 1, to);
        if (value < to && line[value] == ' ') {
            value++;
        }
        field(line, from, colon, value, to);
    }

    private void field(byte[] line, int from, int colon, int value, int to) {
        if (is(DATA, line, from, colon)) {
            data(line, value, to);
        } else if (is(ID, line, from, colon)) {
            id(line, value, to);
        } else if (is(EVENT, line, from, colon)) {
            type = type(line, value, to);
        } else if (is(RETRY, line, from, colon)) {
            retry(line, value, to);
        }
    }

    /** The first line is kept in an array of its own length, which becomes the frame's if no second one comes. */
    private void data(byte[] line, int from, int to) {
        byte[] held = data;
        if (held == null) {
            data = Arrays.copyOfRange(line, from, to);
            dataLength = to - from;
            return;
        }
        int needed = dataLength + 1 + to - from;
        if (needed > held.length) {
            held = Arrays.copyOf(held, LineSplitter.capacity(held.length, needed));
        }
        held[dataLength] = '\n';
        System.arraycopy(line, from, held, dataLength + 1, to - from);
        data = held;
        dataLength = needed;
    }

    private void id(byte[] line, int from, int to) {
        for (int at = from; at < to; at++) {
            if (line[at] == 0) {
                return;
            }
        }
        idBuffer = new String(line, from, to - from, StandardCharsets.UTF_8);
        ownId = true;
    }

    /** Streams name few types, so the last one's text is used again. */
    private String type(byte[] line, int from, int to) {
        if (!Arrays.equals(knownType, 0, knownType.length, line, from, to)) {
            knownType = Arrays.copyOfRange(line, from, to);
            knownTypeText = new String(knownType, StandardCharsets.UTF_8);
        }
        return knownTypeText;
    }

    private void retry(byte[] line, int from, int to) {
        long millis = 0;
        for (int at = from; at < to; at++) {
            int digit = line[at] - '0';
            if (digit < 0 || digit > 9) {
                return;
            }
            millis = Math.min(MAX_RETRY_MILLIS, millis * 10 + digit);
        }
        if (from < to) {
            reconnectionTime = Duration.ofMillis(millis);
        }
    }

    private void dispatch(int taken, Consumer<Frame> frames) {
        lastEventId = idBuffer;
        byte[] held = data;
        if (held == null) {
            reset();
            return;
        }
        byte[] payload = held.length == dataLength ? held : Arrays.copyOf(held, dataLength);
        int whole = (int) Math.min(Integer.MAX_VALUE, size + taken);
        Frame frame = new Frame(type.isEmpty() ? DEFAULT_TYPE : type, payload, lastEventId, ownId, whole);
        reset();
        frames.accept(frame);
    }

    private void reset() {
        size = 0;
        data = null;
        dataLength = 0;
        type = "";
        ownId = false;
    }

    private static boolean is(byte[] name, byte[] line, int from, int to) {
        return Arrays.equals(name, 0, name.length, line, from, to);
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
