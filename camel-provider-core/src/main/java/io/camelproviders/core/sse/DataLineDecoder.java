/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Streams in which each {@code data:} line is an event of its own, whether blank lines stand between them or not and
 * whether a blank follows the colon or not. Comments, {@code event}, {@code id}, {@code retry} and other lines, and
 * {@code data} lines without a value, are skipped. A last line without an end is an event too. An end mark such as
 * {@code [DONE]} is a frame like any other.
 *
 * <p>Lines end with LF, CR or CRLF. Holds one unfinished line. After a {@link StreamFormatException} it is of no more use.
 */
public final class DataLineDecoder implements FrameDecoder {

    private static final String TYPE = "message";

    private final int maxEventBytes;
    private final boolean bareJson;
    private final LineSplitter lines;

    private DataLineDecoder(int maxLineBytes, int maxEventBytes, boolean bareJson) {
        if (maxEventBytes < 1) {
            throw new IllegalArgumentException("maxEventBytes must be at least 1, not " + maxEventBytes);
        }
        this.maxEventBytes = maxEventBytes;
        this.bareJson = bareJson;
        this.lines = new LineSplitter(maxLineBytes, this::line);
    }

    /**
     * Takes {@code data:} lines only.
     *
     * @param maxLineBytes longest line without its end, in bytes
     * @param maxEventBytes longest event, that is a {@code data:} line with its end, in bytes
     */
    public static DataLineDecoder dataOnly(int maxLineBytes, int maxEventBytes) {
        return new DataLineDecoder(maxLineBytes, maxEventBytes, false);
    }

    /** As {@link #dataOnly(int, int)}; a line that begins with <code>{</code> or <code>[</code> is an event as well. */
    public static DataLineDecoder dataOrBareJson(int maxLineBytes, int maxEventBytes) {
        return new DataLineDecoder(maxLineBytes, maxEventBytes, true);
    }

    @Override
    public void feed(ByteBuffer bytes, Consumer<Frame> frames) {
        lines.feed(bytes, frames);
    }

    @Override
    public void end(Consumer<Frame> frames) {
        lines.flush(frames);
    }

    private void line(byte[] line, int from, int to, int taken, Consumer<Frame> frames) {
        int value = value(line, from, to);
        if (value >= to) {
            return;
        }
        if (taken > maxEventBytes) {
            throw new StreamFormatException("an event of the stream is longer than " + maxEventBytes
                    + " bytes; raise maxEventBytes if the provider really sends such events");
        }
        frames.accept(new Frame(TYPE, Arrays.copyOfRange(line, value, to), null, false, taken));
    }

    /** Where the event begins in the line; the line's end if it holds none. */
    private int value(byte[] line, int from, int to) {
        if (from == to) {
            return to;
        }
        if (bareJson && (line[from] == '{' || line[from] == '[')) {
            return from;
        }
        boolean data = to - from > 5
                && line[from] == 'd'
                && line[from + 1] == 'a'
                && line[from + 2] == 't'
                && line[from + 3] == 'a'
                && line[from + 4] == ':';
        if (!data) {
            return to;
        }
        return line[from + 5] == ' ' ? from + 6 : from + 5;
    }
}
