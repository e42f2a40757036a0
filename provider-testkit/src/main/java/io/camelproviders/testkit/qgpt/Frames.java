/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** RFC 6455 section 5.2 from the server's side: reads masked frames, writes unmasked ones. For one thread. */
final class Frames {

    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FIN = 0x80;
    private static final int MASK = 0x80;
    private static final int MOST = 32 * 1024 * 1024;

    private byte[] rest = new byte[0];

    /**
     * One frame.
     *
     * @param opcode section 11.8
     * @param last whether it ends its message
     * @param payload unmasked
     */
    record Frame(int opcode, boolean last, byte[] payload) {
        String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }
    }

    /** Takes bytes; gives the frames that are complete by them. */
    List<Frame> feed(byte[] bytes) {
        byte[] all = Arrays.copyOf(rest, rest.length + bytes.length);
        System.arraycopy(bytes, 0, all, rest.length, bytes.length);
        ByteBuffer in = ByteBuffer.wrap(all);
        List<Frame> frames = new ArrayList<>();
        int from = 0;
        while (readable(in)) {
            frames.add(read(in));
            from = in.position();
        }
        rest = Arrays.copyOfRange(all, from, all.length);
        return frames;
    }

    private static boolean readable(ByteBuffer in) {
        int start = in.position();
        if (in.remaining() < 2) {
            return false;
        }
        int seven = in.get(start + 1) & 0x7F;
        int head = 2 + (seven == 126 ? 2 : seven == 127 ? 8 : 0);
        if (in.remaining() < head) {
            return false;
        }
        long length = seven == 126 ? in.getShort(start + 2) & 0xFFFF : seven == 127 ? in.getLong(start + 2) : seven;
        if (length < 0 || length > MOST) {
            throw new IllegalArgumentException("A frame of " + length + " bytes");
        }
        int mask = (in.get(start + 1) & MASK) == 0 ? 0 : 4;
        return in.remaining() >= head + mask + length;
    }

    private static Frame read(ByteBuffer in) {
        int first = in.get();
        int second = in.get();
        int seven = second & 0x7F;
        long length = seven == 126 ? in.getShort() & 0xFFFF : seven == 127 ? in.getLong() : seven;
        byte[] mask = new byte[(second & MASK) == 0 ? 0 : 4];
        in.get(mask);
        byte[] payload = new byte[(int) length];
        in.get(payload);
        for (int i = 0; i < payload.length && mask.length > 0; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new Frame(first & 0x0F, (first & FIN) != 0, payload);
    }

    /** A whole text message in one frame. */
    static byte[] text(String text) {
        return frame(TEXT, true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One frame. */
    static byte[] frame(int opcode, boolean last, byte[] payload) {
        return frame(opcode, last, payload, payload.length);
    }

    /** One frame that claims another length than it has. */
    static byte[] frame(int opcode, boolean last, byte[] payload, long claimed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length + 10);
        out.write((last ? FIN : 0) | opcode);
        if (claimed < 126) {
            out.write((int) claimed);
        } else if (claimed < 65_536) {
            out.write(126);
            out.writeBytes(ByteBuffer.allocate(2).putShort((short) claimed).array());
        } else {
            out.write(127);
            out.writeBytes(ByteBuffer.allocate(8).putLong(claimed).array());
        }
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** A close frame, section 5.5.1. */
    static byte[] close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        ByteBuffer payload =
                ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text);
        return frame(CLOSE, true, payload.array());
    }

    /** A frame that a server must not send: masked, with a mask of zeros. */
    static byte[] masked(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(payload.length + 6);
        out.put((byte) (FIN | TEXT)).put((byte) (MASK | Math.min(payload.length, 125)));
        return out.putInt(0).put(payload, 0, Math.min(payload.length, 125)).array();
    }
}
