/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts bytes into lines that end with LF, CR or CRLF, wherever the bytes were split. A line inside one buffer is told
 * where it lies; only a line that spans buffers is copied, and each byte is looked at once.
 *
 * <p>A CR ends its line at once, because the next byte may be long in coming. The LF of a CRLF is therefore counted to
 * the line after it; that way sizes are the same however the bytes were split.
 */
final class LineSplitter {

    /** Told of each line. */
    interface Sink {

        /**
         * Takes one line.
         *
         * @param bytes holds the line; valid during the call only
         * @param from first byte of the line
         * @param to behind its last byte, line end not included
         * @param taken bytes of the stream the line took, line end included
         */
        void line(byte[] bytes, int from, int to, int taken, Consumer<Frame> frames);
    }

    private static final byte[] NONE = {};
    private static final int SCRATCH = 8_192;
    /** An idle connection keeps no more than this, since there are thousands of them. */
    private static final int KEPT = 1_024;

    /** Longest {@code data: } in front of a payload: the limit counts what is sent, not how it is framed. */
    private static final int FIELD_NAME = "data: ".length();

    private final int maxLineBytes;
    private final Sink sink;

    private byte[] carry = NONE;
    private int carried;
    private int leading;
    private boolean afterCr;
    private boolean first = true;

    LineSplitter(int maxLineBytes, Sink sink) {
        if (maxLineBytes < 1) {
            throw new IllegalArgumentException("maxLineBytes must be at least 1, not " + maxLineBytes);
        }
        this.maxLineBytes = maxLineBytes;
        this.sink = sink;
    }

    void feed(ByteBuffer bytes, Consumer<Frame> frames) {
        if (bytes.hasArray()) {
            int from = bytes.arrayOffset() + bytes.position();
            int to = bytes.arrayOffset() + bytes.limit();
            bytes.position(bytes.limit());
            scan(bytes.array(), from, to, frames);
            return;
        }
        byte[] scratch = new byte[Math.min(bytes.remaining(), SCRATCH)];
        while (bytes.hasRemaining()) {
            int count = Math.min(bytes.remaining(), scratch.length);
            bytes.get(scratch, 0, count);
            scan(scratch, 0, count, frames);
        }
    }

    /** Hands out what stands behind the last line end, if anything does. */
    void flush(Consumer<Frame> frames) {
        if (carried > 0) {
            tell(carry, 0, carried, carried + leading, frames);
        }
        carry = NONE;
        carried = 0;
    }

    private void scan(byte[] bytes, int from, int to, Consumer<Frame> frames) {
        int start = from;
        if (afterCr && start < to) {
            afterCr = false;
            leading = bytes[start] == '\n' ? 1 : 0;
            start += leading;
        }
        int at = start;
        while (at < to) {
            byte b = bytes[at];
            if (b > '\r' || (b != '\n' && b != '\r')) {
                at++;
                continue;
            }
            ended(bytes, start, at, frames);
            at++;
            if (b == '\r') {
                afterCr = at == to;
                leading = at < to && bytes[at] == '\n' ? 1 : 0;
                at += leading;
            }
            start = at;
        }
        keep(bytes, start, to);
    }

    private void ended(byte[] bytes, int start, int end, Consumer<Frame> frames) {
        int extra = leading + 1;
        leading = 0;
        if (carried == 0) {
            check(end - start);
            tell(bytes, start, end, end - start + extra, frames);
            return;
        }
        keep(bytes, start, end);
        int length = carried;
        carried = 0;
        tell(carry, 0, length, length + extra, frames);
        if (carry.length > KEPT) {
            carry = NONE;
        }
    }

    /** The one byte order mark that may begin the stream is no part of its first line (WHATWG HTML 9.2.5). */
    private void tell(byte[] bytes, int from, int to, int taken, Consumer<Frame> frames) {
        int begin = from;
        if (first) {
            first = false;
            boolean marked = to - from >= 3
                    && bytes[from] == (byte) 0xEF
                    && bytes[from + 1] == (byte) 0xBB
                    && bytes[from + 2] == (byte) 0xBF;
            begin = marked ? from + 3 : from;
        }
        sink.line(bytes, begin, to, taken, frames);
    }

    private void keep(byte[] bytes, int start, int end) {
        int count = end - start;
        if (count == 0) {
            return;
        }
        check((long) carried + count);
        int needed = carried + count;
        if (needed > carry.length) {
            carry = Arrays.copyOf(carry, capacity(carry.length, needed));
        }
        System.arraycopy(bytes, start, carry, carried, count);
        carried = needed;
    }

    private void check(long length) {
        if (length > (long) maxLineBytes + FIELD_NAME) {
            throw new StreamFormatException("a line of the stream is longer than " + maxLineBytes
                    + " bytes; raise maxLineBytes if the provider really sends such lines");
        }
    }

    /** Doubles, so that appending stays linear; never beyond what an array can hold. */
    static int capacity(int current, int needed) {
        return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, Math.max(64L, current * 2L)));
    }
}
