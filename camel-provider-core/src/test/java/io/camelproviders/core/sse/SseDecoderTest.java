/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SseDecoderTest {

    private static final int LINE = 4_096;
    private static final int EVENT = 16_384;

    /** Name, stream, events as {@code type|data|id}, the id marked with {@code !} if the event carried it. */
    static Stream<Arguments> cases() {
        return Stream.concat(lineCases(), fieldCases());
    }

    private static Stream<Arguments> lineCases() {
        return Stream.of(
                arguments("nothing", "", List.of()),
                arguments("LF", "data: a\n\ndata: b\n\n", List.of("message|a|null", "message|b|null")),
                arguments("CR", "data: a\r\rdata: b\r\r", List.of("message|a|null", "message|b|null")),
                arguments("CRLF", "data: a\r\n\r\ndata: b\r\n\r\n", List.of("message|a|null", "message|b|null")),
                arguments(
                        "LF CR are two line ends",
                        "data: a\n\rdata: b\n\r",
                        List.of("message|a|null", "message|b|null")),
                arguments(
                        "mixed ends", "data: a\rdata: b\ndata: c\r\ndata: d\r\n\r", List.of("message|a\nb\nc\nd|null")),
                arguments("CR CR LF", "data: a\r\r\ndata: b\r\r\n", List.of("message|a|null", "message|b|null")),
                arguments("blank lines in excess", "\n\r\n\rdata: a\n\n\n\n", List.of("message|a|null")),
                arguments(
                        "other line separators are text",
                        "data: a\u2028b\u0085c\u000Bd\n\n",
                        List.of("message|a\u2028b\u0085c\u000Bd|null")),
                arguments("BOM", "\uFEFFdata: a\n\n", List.of("message|a|null")),
                arguments("BOM and nothing", "\uFEFF\n\ndata: a\n\n", List.of("message|a|null")),
                arguments(
                        "second BOM spoils the name", "\uFEFF\uFEFFdata: a\n\ndata: b\n\n", List.of("message|b|null")),
                arguments("BOM later spoils the name", "data: a\n\n\uFEFFdata: b\n\n", List.of("message|a|null")),
                arguments("BOM in a value stays", "data:\uFEFFa\n\n", List.of("message|\uFEFFa|null")),
                arguments(
                        "comments",
                        ": hello\n:\ndata: a\n:data: no\ndata: b\n\n:end\n\n",
                        List.of("message|a\nb|null")),
                arguments("unfinished event", "data: a\n\ndata: b\n", List.of("message|a|null")),
                arguments("unfinished line", "data: a\n\ndata: b", List.of("message|a|null")),
                arguments(
                        "multi-byte text",
                        "data: \u00e4\u20ac\ud83d\ude00\u4e2d\n\n",
                        List.of("message|\u00e4\u20ac\ud83d\ude00\u4e2d|null")),
                arguments("NUL in data", "data: a\0b\n\n", List.of("message|a\0b|null")));
    }

    private static Stream<Arguments> fieldCases() {
        return Stream.of(
                arguments("no blank after the colon", "data:a\n\n", List.of("message|a|null")),
                arguments("one blank goes", "data:  a \n\n", List.of("message| a |null")),
                arguments("a tab stays", "data:\ta\n\n", List.of("message|\ta|null")),
                arguments("colons in the value", "data:a:b: c\n\n", List.of("message|a:b: c|null")),
                arguments(
                        "data empty, data twice, data",
                        "data:\n\ndata\ndata\n\ndata:test\n\n",
                        List.of("message||null", "message|\n|null", "message|test|null")),
                arguments(
                        "many lines, some empty",
                        "data\ndata: a\ndata:\ndata: b\ndata\n\n",
                        List.of("message|\na\n\nb\n|null")),
                arguments("no data, no event", "event: x\nid: 1\n\n", List.of()),
                arguments(
                        "names are exact",
                        "Data: a\ndata : b\n data: c\ndat: d\ndatax: e\ndata: f\n\n",
                        List.of("message|f|null")),
                arguments("unknown fields", "foo\nbar: 1\ndata: a\nlast: 2\n\n", List.of("message|a|null")),
                arguments("event", "event: ping\ndata: a\n\ndata: b\n\n", List.of("ping|a|null", "message|b|null")),
                arguments("last event wins", "event: x\nevent: y\ndata: a\n\n", List.of("y|a|null")),
                arguments("empty event name", "event: x\nevent:\ndata: a\n\n", List.of("message|a|null")),
                arguments(
                        "event of a block without data is forgotten",
                        "event: x\n\ndata: a\n\n",
                        List.of("message|a|null")),
                arguments("id stays in force", "id: 1\ndata: a\n\ndata: b\n\n", List.of("message|a|1!", "message|b|1")),
                arguments("id of a block without data", "id: 7\n\ndata: a\n\n", List.of("message|a|7")),
                arguments("id after data", "data: a\nid: 1\nid: 2\n\n", List.of("message|a|2!")),
                arguments(
                        "id reset",
                        "id: 1\ndata: a\n\nid\ndata: b\n\nid:\ndata: c\n\n",
                        List.of("message|a|1!", "message|b|!", "message|c|!")),
                arguments(
                        "id with NUL",
                        "id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n",
                        List.of("message|a|1!", "message|b|1")),
                arguments("id of an unfinished event", "id: 1\ndata: a\n\nid: 2\ndata: b\n", List.of("message|a|1!")),
                arguments("id of many bytes", "id: \u20ac \ndata: a\n\n", List.of("message|a|\u20ac !")),
                arguments("retry is no data", "retry: 10\n\nretry: x\ndata: a\n\n", List.of("message|a|null")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsAsTheStandardSaysHoweverTheBytesAreSplit(String name, String stream, List<String> expected) {
        byte[] bytes = DecoderTestSupport.utf8(stream);
        List<String> whole = DecoderTestSupport.pieces(decoder(), bytes);

        assertThat(DecoderTestSupport.withoutSizes(whole)).isEqualTo(expected);
        assertThat(ReferenceSseDecoder.events(bytes)).isEqualTo(expected);
        assertThat(DecoderTestSupport.byteByByte(decoder(), bytes)).isEqualTo(whole);
        assertThat(DecoderTestSupport.direct(decoder(), bytes)).isEqualTo(whole);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(DecoderTestSupport.pieces(decoder(), bytes, cut))
                    .as("cut at %s", cut)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'retry: 1500', 1500",
        "'retry:0', 0",
        "'retry: 007', 7",
        "'retry: 99999999999', 99999999999",
        "'retry: 99999999999999999999999999999999', 3153600000000",
        "'retry: 5\nretry: 12x', 5",
        "'retry: 5\nretry: -1', 5",
        "'retry: 5\nretry: 1.5', 5",
        "'retry: 5\nretry:  6', 5",
        "'retry: 5\nretry', 5",
        "'retry: 5\nretry:', 5",
        "'retry: 5\nretry: 6 ', 5",
        "'retry: 5\nretry: \u0661', 5",
    })
    void takesAReconnectionTimeOfDigitsOnly(String lines, long millis) {
        SseDecoder decoder = decoder();

        decoder.feed(ByteBuffer.wrap(DecoderTestSupport.utf8(lines + "\n")), frame -> {});

        assertThat(decoder.reconnectionTime()).contains(Duration.ofMillis(millis));
        assertThat(millis * 1_000_000)
                .isNotNegative()
                .isEqualTo(decoder.reconnectionTime().orElseThrow().toNanos());
    }

    @Test
    void tellsNoReconnectionTimeWhereTheStreamAskedForNone() {
        SseDecoder decoder = decoder();

        decoder.feed(ByteBuffer.wrap(DecoderTestSupport.utf8("retry: soon\ndata: a\n\n")), frame -> {});

        assertThat(decoder.reconnectionTime()).isEmpty();
    }

    @Test
    void tellsTheLastIdAlsoOfABlockWithoutDataButNotOfAnUnfinishedOne() {
        SseDecoder decoder = decoder();

        decoder.feed(
                ByteBuffer.wrap(DecoderTestSupport.utf8("id: 1\ndata: a\n\nid: 2\n\nid: 3\ndata: b\n")), frame -> {});

        assertThat(decoder.lastEventId()).contains("2");
    }

    @Test
    void countsTheLinesOfAnEventButNotComments() {
        byte[] stream = DecoderTestSupport.utf8(":ping\n\nid: 1\ndata: ab\n\n:ping\ndata: c\n:ping\n\n");

        List<String> told = DecoderTestSupport.pieces(decoder(), stream);

        assertThat(told).containsExactly("message|ab|1! size=16", "message|c|1 size=9");
    }

    @Test
    void hasAFrameReadyAtTheCarriageReturn() {
        SseDecoder decoder = decoder();
        StringBuilder seen = new StringBuilder();

        decoder.feed(ByteBuffer.wrap(DecoderTestSupport.utf8("data: a\r\n\r")), frame -> seen.append(frame.text()));

        assertThat(seen).hasToString("a");
    }

    @Test
    void keepsBrokenUtf8AsBytes() {
        byte[] stream = {'d', 'a', 't', 'a', ':', (byte) 0xC3, '(', '\n', '\n'};

        List<String> told = DecoderTestSupport.pieces(decoder(), stream);

        assertThat(DecoderTestSupport.withoutSizes(told)).containsExactly("message|\uFFFD(|null");
    }

    @Test
    void agreesWithAPlainReferenceOnRandomStreams() {
        Random random = new Random(20_261_122);
        String[] parts = {
            "data",
            "data:",
            "data: ",
            "id",
            "id:",
            "id: ",
            "event:",
            "retry:",
            ":",
            " ",
            "\n",
            "\r",
            "\r\n",
            "\n\n",
            "\r\r",
            "x",
            "12",
            "\0",
            "\u00e4",
            "\ud83d\ude00",
            "\uFEFF",
            "\t"
        };
        for (int run = 0; run < 4_000; run++) {
            StringBuilder stream = new StringBuilder();
            int length = random.nextInt(40);
            for (int i = 0; i < length; i++) {
                stream.append(parts[random.nextInt(parts.length)]);
            }
            byte[] bytes = stream.toString().getBytes(StandardCharsets.UTF_8);
            int[] cuts =
                    random.ints(random.nextInt(6), 0, bytes.length + 1).sorted().toArray();

            List<String> told = DecoderTestSupport.pieces(decoder(), bytes, cuts);

            assertThat(DecoderTestSupport.withoutSizes(told))
                    .as(stream.toString())
                    .isEqualTo(ReferenceSseDecoder.events(bytes));
            assertThat(DecoderTestSupport.pieces(decoder(), bytes))
                    .as(stream.toString())
                    .isEqualTo(told);
        }
    }

    private static SseDecoder decoder() {
        return new SseDecoder(LINE, EVENT);
    }
}
