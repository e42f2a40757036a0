/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Feeds bytes in pieces and writes down what came out. */
final class DecoderTestSupport {

    private DecoderTestSupport() {}

    /** Feeds the bytes, cut at the given places, and ends the stream. */
    static List<String> pieces(FrameDecoder decoder, byte[] bytes, int... cuts) {
        List<String> told = new ArrayList<>();
        int from = 0;
        for (int cut : cuts) {
            decoder.feed(ByteBuffer.wrap(bytes, from, cut - from), frame -> told.add(tell(frame)));
            from = cut;
        }
        decoder.feed(ByteBuffer.wrap(bytes, from, bytes.length - from), frame -> told.add(tell(frame)));
        decoder.end(frame -> told.add(tell(frame)));
        return told;
    }

    static List<String> byteByByte(FrameDecoder decoder, byte[] bytes) {
        int[] cuts = new int[bytes.length];
        for (int i = 0; i < cuts.length; i++) {
            cuts[i] = i;
        }
        return pieces(decoder, bytes, cuts);
    }

    /** As {@link #pieces} in one piece, from memory that has no array. */
    static List<String> direct(FrameDecoder decoder, byte[] bytes) {
        List<String> told = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        decoder.feed(buffer, frame -> told.add(tell(frame)));
        decoder.end(frame -> told.add(tell(frame)));
        return told;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<String> withoutSizes(List<String> told) {
        return told.stream()
                .map(line -> line.substring(0, line.lastIndexOf(" size=")))
                .toList();
    }

    private static String tell(Frame frame) {
        String own = frame.ownId() ? "!" : "";
        return frame.type() + "|" + frame.text() + "|" + frame.id() + own + " size=" + frame.size();
    }
}
