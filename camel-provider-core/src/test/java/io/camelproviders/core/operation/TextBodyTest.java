/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class TextBodyTest {

    private static final String JSON = "{\"user\":\"é\",\"input\":\"x\"}";
    private static final byte[] BYTES = JSON.getBytes(StandardCharsets.UTF_8);

    private final Json json = Json.standard();
    private final RequestBinder binder = new RequestBinder("acme", "CamelAcme", json);

    private Object text(Object body) {
        return binder.bind(SampleOperations.ASK, new MapCallInputs().body(body))
                .body()
                .get("input");
    }

    static Stream<Object> textualJson() {
        return Stream.of(
                JSON,
                CharBuffer.wrap(JSON),
                BYTES,
                ByteBuffer.wrap(BYTES),
                new ByteArrayInputStream(BYTES),
                new StringReader(JSON),
                new StreamSource(new StringReader(JSON)),
                new StreamSource(new ByteArrayInputStream(BYTES)));
    }

    @ParameterizedTest
    @MethodSource("textualJson")
    void everyTextualBodyOfATextOperationIsText(Object body) {
        assertThat(binder.bind(SampleOperations.ASK, new MapCallInputs().body(body))
                        .body())
                .isEqualTo(Map.of("input", JSON));
    }

    @ParameterizedTest
    @MethodSource("textualJson")
    void everyTextualBodyIsJsonWhereTheEndpointSaysSo(Object body) {
        assertThat(binder.bind(SampleOperations.ASK, new MapCallInputs().json().body(body))
                        .body())
                .isEqualTo(Map.of("user", "é", "input", "x"));
    }

    @ParameterizedTest
    @MethodSource("textualJson")
    void everyTextualBodyOfAnotherOperationIsJson(Object body) {
        assertThat(binder.bind(
                                SampleOperations.CREATE,
                                new MapCallInputs().extra("role", "r").body(body))
                        .body())
                .isEqualTo(Map.of("user", "é", "input", "x", "role", "r"));
    }

    @SuppressWarnings("JavaUtilDate")
    static Stream<Arguments> scalars() {
        return Stream.of(
                Arguments.of('c', "c"),
                Arguments.of(12, "12"),
                Arguments.of(1.5d, "1.5"),
                Arguments.of(new BigDecimal("1.10"), "1.10"),
                Arguments.of(new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890"),
                Arguments.of(true, "true"),
                Arguments.of(DayOfWeek.MONDAY, "MONDAY"),
                Arguments.of(new UUID(1, 2), "00000000-0000-0001-0000-000000000002"),
                Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"),
                Arguments.of(LocalDate.of(2026, 1, 2), "2026-01-02"),
                Arguments.of(YearMonth.of(2026, 1), "2026-01"),
                Arguments.of(Duration.ofSeconds(5), "PT5S"),
                Arguments.of(new Date(0), "1970-01-01T00:00:00Z"),
                Arguments.of(new java.sql.Timestamp(0), "1970-01-01T00:00:00Z"),
                Arguments.of(new java.sql.Date(0), "1970-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void scalarsAreTextToo(Object body, String expected) {
        assertThat(text(body)).isEqualTo(expected);
    }

    @Test
    void aFileIsItsContent(@TempDir Path directory) throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("question.txt"), "hello");

        // when, then
        assertThat(text(file)).isEqualTo("hello");
        assertThat(text(file.toFile())).isEqualTo("hello");
        assertThatThrownBy(() -> text(directory.resolve("canary.txt")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageNotContaining("canary");
    }

    @Test
    void anXmlDocumentIsItsMarkupAndATextNodeItsText() throws Exception {
        // given
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        document.appendChild(document.createElement("q")).appendChild(document.createTextNode("a<b"));

        // when, then
        assertThat(text(document)).isEqualTo("<q>a&lt;b</q>");
        assertThat(text(document.getDocumentElement())).isEqualTo("<q>a&lt;b</q>");
        assertThat(text(document.getDocumentElement().getFirstChild())).isEqualTo("a<b");
    }

    @Test
    void bytesAreReadInTheCharsetOfTheExchange() {
        assertThat(binder.bind(
                                SampleOperations.ASK,
                                new MapCallInputs()
                                        .charset(StandardCharsets.ISO_8859_1)
                                        .body("é".getBytes(StandardCharsets.ISO_8859_1)))
                        .body())
                .containsEntry("input", "é");
        assertThat(text(new byte[] {'a', (byte) 0xE9, 'b'})).isEqualTo("a\uFFFDb");
    }

    static Stream<Arguments> others() throws Exception {
        return Stream.<Object>of(
                        Optional.of("canary"),
                        new Object[] {"canary"},
                        new String[] {"canary"},
                        new char[] {'c'},
                        new int[] {1},
                        List.of("canary"),
                        Map.entry("canary", 1),
                        new IllegalStateException("canary"),
                        URI.create("http://127.0.0.1/canary"),
                        new URL("http://127.0.0.1/canary"),
                        new StringBuilder[0],
                        String.class,
                        new Object() {
                            @Override
                            public String toString() {
                                return "canary";
                            }
                        })
                .map(body -> Arguments.of(body));
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyOtherTypeIsRefusedByItsName(Object body) {
        for (Operation operation : List.of(SampleOperations.ASK, SampleOperations.CREATE, SampleOperations.MERGE)) {
            assertThatThrownBy(() -> binder.bind(
                            operation, new MapCallInputs().uri("thingId", "T").body(body)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("a message body of type " + TextBody.typeName(body) + " cannot be sent")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void aSourceThatOnlyNamesAResourceIsNotFollowed() {
        assertThatThrownBy(() -> text(new StreamSource("file:///etc/hostname")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("StreamSource without content");
    }

    @Test
    void anEndlessTextIsRefused() {
        // given
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) 'x');
                return length;
            }
        };
        Reader endlessReader = new Reader() {
            @Override
            public int read(char[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, 'x');
                return length;
            }

            @Override
            public void close() {}
        };

        // when, then
        for (Object body : List.of(endless, endlessReader, "x".repeat(TextBody.MAX_SIZE + 1))) {
            assertThatThrownBy(() -> text(body)).isInstanceOf(LimitExceededException.class);
        }
    }

    @Test
    void aTextThatStandsInTheUriLeavesTheBodyUnread() throws Exception {
        // given
        ByteArrayInputStream body = new ByteArrayInputStream(BYTES);

        // when
        binder.bind(
                SampleOperations.ASK, new MapCallInputs().uri("input", "fixed").body(body));

        // then
        assertThat(body.available()).isEqualTo(BYTES.length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbersWithoutAJsonFormAreRefused(double number) {
        assertThatThrownBy(() -> text(number)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> text((float) number)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> binder.bind(
                        SampleOperations.ASK,
                        new MapCallInputs().uri("input", "i").header("Quality", number)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void halfASurrogatePairInAQueryBecomesTheReplacementCharacter() {
        assertThat(PathTemplate.query(Map.of("q", "ab\ud83d cd\ude00"))).isEqualTo("?q=ab%EF%BF%BD+cd%EF%BF%BD");
        assertThat(PathTemplate.query(Map.of("q", "\ud83d\ude00"))).isEqualTo("?q=%F0%9F%98%80");
    }
}
