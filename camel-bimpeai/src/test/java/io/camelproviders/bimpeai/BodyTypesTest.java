/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.model.Messages.Message;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.json.ProviderMap;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.Exchange;
import org.apache.camel.WrappedFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.converter.stream.ReaderCache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes a text that a customer reads, by the type of the message body: its text, or a refusal before sending. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BodyTypesTest {

    private static final String HI = "Grüße {\"role\":\"user\"}";

    private final CallTestSupport rig = new CallTestSupport();

    @AfterAll
    void stop() {
        rig.close();
    }

    private enum Mood {
        CALM
    }

    private record Unknown(String text) {}

    private record Wrapped(Object file, Object body) implements WrappedFile<Object> {
        @Override
        public Object getFile() {
            return file;
        }

        @Override
        public Object getBody() {
            return body;
        }

        @Override
        public long getFileLength() {
            return 0;
        }
    }

    private static byte[] bytes() {
        return HI.getBytes(StandardCharsets.UTF_8);
    }

    @SuppressWarnings({"JdkObsolete", "JavaUtilDate", "UnnecessaryStringBuilder"}) // The types that users have.
    Stream<Arguments> texts() throws Exception {
        return Stream.of(
                Arguments.of(HI, HI),
                Arguments.of(new StringBuilder(HI), HI),
                Arguments.of(new StringBuffer(HI), HI),
                Arguments.of(CharBuffer.wrap(HI), HI),
                Arguments.of(bytes(), HI),
                Arguments.of(ByteBuffer.wrap(bytes()), HI),
                Arguments.of(new ByteArrayInputStream(bytes()), HI),
                Arguments.of(new InputStreamCache(bytes()), HI),
                Arguments.of(new StringReader(HI), HI),
                Arguments.of(new ReaderCache(HI), HI),
                Arguments.of(new StreamSource(new StringReader(HI)), HI),
                Arguments.of(new StreamSource(new ByteArrayInputStream(bytes())), HI),
                Arguments.of(new Wrapped("remote", HI), HI),
                Arguments.of(new Wrapped("remote", bytes()), HI),
                Arguments.of('x', "x"),
                Arguments.of((byte) 7, "7"),
                Arguments.of((short) 7, "7"),
                Arguments.of(7, "7"),
                Arguments.of(7L, "7"),
                Arguments.of(new BigInteger("12345678901234567890"), "12345678901234567890"),
                Arguments.of(new BigDecimal("1.10"), "1.10"),
                Arguments.of(new AtomicInteger(3), "3"),
                Arguments.of(true, "true"),
                Arguments.of(Mood.CALM, "CALM"),
                Arguments.of(DayOfWeek.MONDAY, "MONDAY"),
                Arguments.of(
                        UUID.fromString("00000000-0000-4000-8000-000000000001"),
                        "00000000-0000-4000-8000-000000000001"),
                Arguments.of(Instant.EPOCH, "1970-01-01T00:00:00Z"),
                Arguments.of(LocalDate.EPOCH, "1970-01-01"),
                Arguments.of(LocalTime.NOON, "12:00"),
                Arguments.of(LocalDateTime.of(2026, 1, 2, 3, 4), "2026-01-02T03:04"),
                Arguments.of(OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 0, ZoneOffset.UTC), "2026-01-02T03:04:05Z"),
                Arguments.of(Year.of(2026), "2026"),
                Arguments.of(YearMonth.of(2026, 1), "2026-01"),
                Arguments.of(new Date(0), "1970-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextualBodyIsTheTextWhateverItLooksLike(Object body, String text) {
        Exchange sent = rig.send(rig.messagesSend(), body, Map.of(Exchange.CONTENT_TYPE, "application/json"));

        assertThat(sent.getException()).isNull();
        assertThat(rig.last().json().path("message").asText()).isEqualTo(text);
        assertThat(rig.last().json().size()).isEqualTo(1);
    }

    Stream<Arguments> refused() {
        return Stream.<Object>of(
                        Optional.of("canary-value"),
                        Optional.empty(),
                        OptionalInt.of(1),
                        new Object[] {"canary-value"},
                        new String[] {"canary-value"},
                        new int[] {1},
                        new char[] {'c'},
                        new IllegalStateException("canary-value"),
                        new Error("canary-value"),
                        URI.create("file:/canary-value"),
                        Locale.ROOT,
                        Currency.getInstance("EUR"),
                        new BitSet(),
                        new Object(),
                        new Unknown("canary-value"),
                        List.of("canary-value"),
                        Set.of("canary-value"),
                        new ArrayDeque<>(List.of("canary-value")),
                        List.of("canary-value").iterator(),
                        Stream.of("canary-value"),
                        CompletableFuture.completedFuture("canary-value"),
                        new AtomicReference<>("canary-value"),
                        String.class,
                        Thread.currentThread(),
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        new ProviderList<>(List.of("canary-value")),
                        ProviderMap.copyOf(Map.of("message", "canary-value", "role", "user")),
                        new Wrapped("remote", new Unknown("canary-value")))
                .map(body -> Arguments.of((Object) body));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void anythingElseIsRefusedBeforeSendingAndNotPrinted(Object body) {
        int before = rig.requests().size();

        Exchange refused = rig.send(rig.messagesSend(), body);

        assertThat(refused.getException()).isInstanceOf(InvalidRequestException.class);
        assertThat(refused.getException().getMessage()).doesNotContain("canary-value");
        assertThat(rig.requests()).hasSize(before);
    }

    @Test
    void filesAndPathsAreReadInTheCharsetOfTheExchange(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("text"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));
        Map<String, Object> type = Map.of(Exchange.CONTENT_TYPE, "text/plain; charset=ISO-8859-1");

        for (Object body :
                new Object[] {file, file.toFile(), new Wrapped(file.toFile(), null), new Wrapped(file, null)}) {
            rig.send(rig.messagesSend(), body, type);
            assertThat(rig.last().json().path("message").asText()).isEqualTo("Grüße");
        }
        assertThat(new File(file.toString())).exists();
    }

    @Test
    void aDocumentIsItsXml() throws Exception {
        org.w3c.dom.Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream("<hi>there</hi>".getBytes(StandardCharsets.UTF_8)));

        rig.send(rig.messagesSend(), document);

        assertThat(rig.last().json().path("message").asText()).contains("<hi>there</hi>");
    }

    @Test
    void aDurationOfTimeIsText() {
        rig.send(rig.messagesSend(), Duration.ofSeconds(5));

        assertThat(rig.last().json().path("message").asText()).isEqualTo("PT5S");
    }

    @Test
    void aSentMessageIsAnAnswerWhoseTextAloneIsTaken() {
        Exchange first = rig.send(rig.messagesSend(), "hello");
        assertThat(first.getMessage().getBody()).isInstanceOf(Message.class);

        rig.send(rig.messagesSend(), first.getMessage().getBody());

        assertThat(rig.last().json().size()).isEqualTo(1);
        assertThat(rig.last().json().path("message").asText()).isEqualTo("hello");
    }
}
