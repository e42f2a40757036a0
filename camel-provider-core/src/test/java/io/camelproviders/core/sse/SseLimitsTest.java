/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseLimitsTest {

    @Test
    void takesAPayloadLineOfExactlyTheLimitAndRefusesOneByteMore() {
        byte[] fits = DecoderTestSupport.utf8("data: " + "x".repeat(100) + "\n\n");
        byte[] tooLong = DecoderTestSupport.utf8("data: " + "x".repeat(101));

        assertThat(DecoderTestSupport.pieces(new SseDecoder(100, 1_000), fits)).hasSize(1);
        assertThat(DecoderTestSupport.byteByByte(new SseDecoder(100, 1_000), fits))
                .hasSize(1);
        assertThatThrownBy(() -> DecoderTestSupport.pieces(new SseDecoder(100, 1_000), tooLong))
                .isInstanceOf(StreamFormatException.class)
                .hasMessageContaining("maxLineBytes")
                .hasMessageContaining("100");
        assertThatThrownBy(() -> DecoderTestSupport.byteByByte(new SseDecoder(100, 1_000), tooLong))
                .isInstanceOf(StreamFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: x\n", "data\n", "event: x\n", "id: 1\r", "retry: 1\r\n", "what: x\n"})
    void refusesAnEventOfEndlessSmallLines(String line) {
        SseDecoder decoder = new SseDecoder(100, 1_000);
        byte[] bytes = DecoderTestSupport.utf8(line);
        AtomicLong fed = new AtomicLong();

        assertThatThrownBy(() -> feed(decoder, bytes, 1_000, fed))
                .isInstanceOf(StreamFormatException.class)
                .hasMessageContaining("maxEventBytes")
                .hasMessageContaining("1000");
        assertThat(fed.get() * bytes.length).isBetween(1_000L - 2L * bytes.length, 1_000L);
    }

    @Test
    void refusesACommentWithoutEnd() {
        SseDecoder decoder = new SseDecoder(100, 1_000);

        assertThatThrownBy(() -> feed(decoder, DecoderTestSupport.utf8(":aaaaaaaaa"), 100, new AtomicLong()))
                .hasMessageContaining("maxLineBytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {":\n", ": keep-alive\r\n", "\n", "\r\n", "event: x\nid: 1\n\n", "data: x\n\n"})
    void readsAFloodWithoutEndInFlatMemory(String block) {
        SseDecoder decoder = new SseDecoder(1_000, 1_000);
        byte[] bytes = DecoderTestSupport.utf8(block.repeat(10_000));
        feed(decoder, bytes, 20, new AtomicLong());
        long before = usedMemory();

        feed(decoder, bytes, 200, new AtomicLong());

        assertThat(usedMemory() - before).isLessThan(8 * 1024 * 1024);
    }

    @Test
    void readsALineOfOneMebibyteInSmallPieces() {
        SseDecoder decoder = new SseDecoder(2 << 20, 4 << 20);
        byte[] bytes = DecoderTestSupport.utf8("data: " + "x".repeat(1 << 20) + "\n\n");
        AtomicLong length = new AtomicLong();

        for (int from = 0; from < bytes.length; from += 100) {
            ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(100, bytes.length - from));
            decoder.feed(piece, frame -> length.set(frame.data().length));
        }

        assertThat(length).hasValue(1 << 20);
    }

    @Test
    void readsAnEventOfManyLinesInLinearTime() {
        SseDecoder decoder = new SseDecoder(1_000, 64 << 20);
        byte[] bytes = DecoderTestSupport.utf8("data: x\n".repeat(1_000_000) + "\n");
        AtomicLong length = new AtomicLong();

        decoder.feed(ByteBuffer.wrap(bytes), frame -> length.set(frame.data().length));

        assertThat(length).hasValue(2 * 1_000_000 - 1);
    }

    @Test
    void takesAllBytesOfTheBuffer() {
        ByteBuffer buffer = ByteBuffer.wrap(DecoderTestSupport.utf8("xxdata: a\n\ndata: byy"));
        buffer.position(2).limit(buffer.limit() - 2);

        new SseDecoder(100, 100).feed(buffer.slice(), SseLimitsTest::nobody);
        new SseDecoder(100, 100).feed(buffer, SseLimitsTest::nobody);

        assertThat(buffer.hasRemaining()).isFalse();
    }

    @Test
    void refusesLimitsThatLetNothingThrough() {
        assertThatThrownBy(() -> new SseDecoder(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SseDecoder(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void feed(FrameDecoder decoder, byte[] bytes, int times, AtomicLong fed) {
        for (int i = 0; i < times; i++) {
            decoder.feed(ByteBuffer.wrap(bytes), SseLimitsTest::nobody);
            fed.incrementAndGet();
        }
    }

    private static void nobody(Frame frame) {}

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
