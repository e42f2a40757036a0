/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DataLineDecoderTest {

    /** Name, stream, payloads of data lines only, payloads with bare JSON. */
    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("nothing", "", List.of(), List.of()),
                both("blank lines between", "data: {\"a\":1}\n\ndata: {\"b\":2}\n\n", "{\"a\":1}", "{\"b\":2}"),
                both("no blank lines between", "data: {\"a\":1}\ndata: {\"b\":2}\n", "{\"a\":1}", "{\"b\":2}"),
                both("no blank after the colon", "data:{}\ndata:[1]\n", "{}", "[1]"),
                both("CRLF and CR", "data: 1\r\n\r\ndata: 2\rdata: 3\r\n", "1", "2", "3"),
                both("last line without an end", "data: 1\ndata: 2", "1", "2"),
                both("end mark", "data: 1\n\ndata: [DONE]\n\n", "1", "[DONE]"),
                both(
                        "other lines",
                        ": hi\nevent: x\nid: 1\nretry: 5\nhello\ndatax: 2\ndata\ndata:\ndata: \ndata: 1\n",
                        "1"),
                both("BOM", "\uFEFFdata: 1\n", "1"),
                both("multi-byte text", "data: \u00e4\ud83d\ude00\n", "\u00e4\ud83d\ude00"),
                arguments(
                        "bare JSON",
                        "{\"a\":1}\n[2]\ndata: 3\n4\n{\"z\":0}",
                        List.of("3"),
                        List.of("{\"a\":1}", "[2]", "3", "{\"z\":0}")),
                arguments("bare JSON behind a BOM", "\uFEFF{}\r\n", List.of(), List.of("{}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void readsLineWiseHoweverTheBytesAreSplit(String name, String stream, List<String> dataOnly, List<String> bare) {
        byte[] bytes = DecoderTestSupport.utf8(stream);
        List<String> whole = DecoderTestSupport.pieces(DataLineDecoder.dataOrBareJson(100, 100), bytes);

        assertThat(DecoderTestSupport.withoutSizes(
                        DecoderTestSupport.pieces(DataLineDecoder.dataOnly(100, 100), bytes)))
                .isEqualTo(told(dataOnly));
        assertThat(DecoderTestSupport.withoutSizes(whole)).isEqualTo(told(bare));
        assertThat(DecoderTestSupport.byteByByte(DataLineDecoder.dataOrBareJson(100, 100), bytes))
                .isEqualTo(whole);
        assertThat(DecoderTestSupport.direct(DataLineDecoder.dataOrBareJson(100, 100), bytes))
                .isEqualTo(whole);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(DecoderTestSupport.pieces(DataLineDecoder.dataOrBareJson(100, 100), bytes, cut))
                    .isEqualTo(whole);
        }
    }

    @Test
    void countsTheLineWithItsEnd() {
        List<String> told = DecoderTestSupport.pieces(
                DataLineDecoder.dataOnly(100, 100), DecoderTestSupport.utf8(":x\ndata: 1\n\ndata:2"));

        assertThat(told).containsExactly("message|1|null size=8", "message|2|null size=6");
    }

    @Test
    void refusesLongLinesAndLongEvents() {
        byte[] bytes = DecoderTestSupport.utf8("data: 1234567890\n");

        assertThatThrownBy(() -> DecoderTestSupport.pieces(DataLineDecoder.dataOnly(9, 100), bytes))
                .isInstanceOf(StreamFormatException.class)
                .hasMessageContaining("maxLineBytes");
        assertThatThrownBy(() -> DecoderTestSupport.pieces(DataLineDecoder.dataOnly(10, 16), bytes))
                .isInstanceOf(StreamFormatException.class)
                .hasMessageContaining("maxEventBytes");
        assertThat(DecoderTestSupport.pieces(DataLineDecoder.dataOnly(10, 17), bytes))
                .hasSize(1);
    }

    private static Arguments both(String name, String stream, String... payloads) {
        return arguments(name, stream, List.of(payloads), List.of(payloads));
    }

    private static List<String> told(List<String> payloads) {
        return payloads.stream().map(payload -> "message|" + payload + "|null").toList();
    }
}
