/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.TransportException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest extends TransportTest {

    private final RecordingListener listener = new RecordingListener();

    @Test
    void tellsHeadBytesAndAGoodEnd() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM + "3\r\na\n\n\r\n0\r\n\r\n");
            peer.awaitClientGone();
        })) {
            transport.open(stream(server.uri("/s")), listener);

            assertThat(listener.awaitEnd()).isEqualTo("closed");
            assertThat(listener.told).containsExactly("opened", "bytes", "closed");
            assertThat(listener.text()).isEqualTo("a\n\n");
            assertThat(server.heads.get(0)).contains("Accept-Encoding: identity");
            assertThat(server.clientGone())
                    .as("stream connections are not kept")
                    .isTrue();
            await().until(() -> transport.stats().equals(new TransportStats(0, 0, 0, 0)));
        }
    }

    @Test
    void takesTheEndOfTheConnectionForTheEndWhenNoLengthIsGiven() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\nabc");
        })) {
            transport.open(stream(server.uri("/")), listener);

            assertThat(listener.awaitEnd()).isEqualTo("closed");
            assertThat(listener.text()).isEqualTo("abc");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "204 No Content\r\n\r\n",
                "401 No\r\nContent-Type: text/event-stream\r\nContent-Length: 2\r\n\r\nno",
                "200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\n0\r\n\r\n"
            })
    void tellsAnOrdinaryAnswer(String answer) throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send("HTTP/1.1 " + answer);
            peer.awaitClientGone();
        })) {
            transport.open(stream(server.uri("/")), listener);

            HttpResponse response = (HttpResponse) listener.awaitEnd();
            assertThat(response.status()).isEqualTo(Integer.parseInt(answer.substring(0, 3)));
            assertThat(new String(response.body(), StandardCharsets.US_ASCII))
                    .isEqualTo(response.status() == 204 ? "" : "no");
            assertThat(listener.told).containsExactly("answered");
        }
    }

    @Test
    void boundsAnOrdinaryAnswerInSizeAndTime() throws Exception {
        restart(HttpSettings.builder().maxResponseBytes(100));
        RecordingListener second = new RecordingListener();
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            boolean big = peer.lastHead().contains("/big");
            peer.send("HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n");
            peer.chunk(new byte[big ? 200 : 10]);
            peer.awaitClientGone();
        })) {
            transport.open(stream(server.uri("/big")), listener);
            transport.open(bodyless("GET", server.uri("/slow"), Timeouts.stream(LONG, SHORT, null, LONG)), second);

            assertThat(listener.awaitEnd()).isInstanceOf(LimitExceededException.class);
            assertThat(second.awaitEnd()).isInstanceOf(ProviderTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\r\nab", "2\r\nab", "2\r\nab\r\n", "2\r\nab\r\n3", ""})
    void failsWhenTheStreamIsCut(String cut) throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM + cut);
        })) {
            transport.open(stream(server.uri("/")), listener);

            assertThat(listener.awaitEnd()).isExactlyInstanceOf(TransportException.class);
            assertThat(listener.text()).isEqualTo(cut.isEmpty() ? "" : "ab");
        }
    }

    @Test
    void failsWhenTheConnectionIsReset() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM + "5\r\nab");
            await().until(() -> listener.received.get() == 2);
            peer.reset();
        })) {
            transport.open(stream(server.uri("/")), listener);

            assertThat(listener.awaitEnd()).isExactlyInstanceOf(TransportException.class);
        }
    }

    @Test
    void refusesACompressedStream() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM.replace("Transfer", "Content-Encoding: br\r\nTransfer") + "1\r\na\r\n");
            peer.awaitClientGone();
        })) {
            transport.open(stream(server.uri("/")), listener);

            assertThat(listener.awaitEnd()).isInstanceOf(DecodeException.class);
            assertThat(server.clientGone()).isTrue();
        }
    }

    @Test
    void endsWithoutAHeadInTime() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send("HTTP/1.1 200 OK\r\nContent-Type: text/ev");
            peer.awaitClientGone();
        })) {
            transport.open(bodyless("GET", server.uri("/"), Timeouts.stream(LONG, SHORT, null, LONG)), listener);

            assertThat(listener.awaitEnd()).isInstanceOf(ProviderTimeoutException.class);
            assertThat(server.clientGone()).isTrue();
        }
    }

    @Test
    void endsWithoutAFirstByteInTime() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            peer.awaitClientGone();
        })) {
            transport.open(bodyless("GET", server.uri("/"), Timeouts.stream(LONG, LONG, SHORT, LONG)), listener);

            assertThat((Throwable) listener.awaitEnd())
                    .isInstanceOf(ProviderTimeoutException.class)
                    .hasMessageContaining("firstChunkTimeout");
            assertThat(server.clientGone()).isTrue();
        }
    }

    @Test
    void endsWhenTheStreamGoesQuiet() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM + "1\r\na\r\n");
            peer.awaitClientGone();
        })) {
            transport.open(bodyless("GET", server.uri("/"), Timeouts.stream(LONG, LONG, LONG, SHORT)), listener);

            assertThat((Throwable) listener.awaitEnd())
                    .isInstanceOf(ProviderTimeoutException.class)
                    .hasMessageContaining("readIdleTimeout");
            assertThat(listener.text()).isEqualTo("a");
            assertThat(server.clientGone()).isTrue();
        }
    }

    @Test
    void isNotCutWhileBytesDribble() throws Exception {
        Duration idle = Duration.ofSeconds(1);
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            for (int i = 0; i < 8; i++) {
                peer.send("1\r\na\r\n");
                TimeUnit.MILLISECONDS.sleep(250);
            }
            peer.send("0\r\n\r\n");
        })) {
            transport.open(bodyless("GET", server.uri("/"), Timeouts.stream(LONG, idle, idle, idle)), listener);

            assertThat(listener.awaitEnd()).isEqualTo("closed");
            assertThat(listener.text()).isEqualTo("aaaaaaaa");
        }
    }

    @Test
    void abortsWhileStreaming() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM + "1\r\na\r\n");
            peer.awaitClientGone();
        })) {
            StreamConnection connection = transport.open(stream(server.uri("/")), listener);
            await().until(() -> listener.received.get() == 1);

            connection.abort();
            connection.abort();

            assertThat(listener.awaitEnd()).isInstanceOf(AbortedException.class);
            assertThat(server.clientGone()).isTrue();
            assertThat(listener.told).containsOnlyOnce("failed");
            await().until(() -> transport.stats().openStreams() == 0);
        }
    }

    @Test
    void abortsFromWithinTheListener() throws Exception {
        RecordingListener reader = new RecordingListener() {
            @Override
            void read(int length) {
                connection().abort();
                assertThat(end).isNotDone();
            }
        };
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM + "1\r\na\r\n0\r\n\r\n");
            peer.awaitClientGone();
        })) {
            transport.open(stream(server.uri("/")), reader);

            assertThat(reader.awaitEnd()).isInstanceOf(AbortedException.class);
            assertThat(reader.told).doesNotContain("two at a time", "closed");
        }
    }

    @Test
    void abortsBeforeItIsConnected() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            StreamConnection connection = transport.open(stream(server.uri("/")), listener);

            connection.abort();

            assertThat(listener.awaitEnd()).isInstanceOf(AbortedException.class);
            assertThat(transport.stats().openStreams()).isZero();
        }
    }

    @Test
    void failsWhenTheListenerFails() throws Exception {
        RecordingListener broken = new RecordingListener() {
            @Override
            public void onBytes(ByteBuffer chunk) {
                throw new IllegalStateException("cannot read this");
            }
        };
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM + "1\r\na\r\n");
            peer.awaitClientGone();
        })) {
            transport.open(stream(server.uri("/")), broken);

            assertThat((Throwable) broken.awaitEnd()).hasRootCauseMessage("cannot read this");
            assertThat(server.clientGone()).isTrue();
        }
    }

    @Test
    void refusesMoreThanMaxStreams() throws Exception {
        restart(HttpSettings.builder().maxStreams(1));
        RecordingListener second = new RecordingListener();
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(STREAM);
            peer.awaitClientGone();
        })) {
            transport.open(stream(server.uri("/")), listener);
            listener.opened.get(10, TimeUnit.SECONDS);
            transport.open(stream(server.uri("/")), second);

            assertThat((Throwable) second.awaitEnd())
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("maxStreams");
            assertThat(listener.end).isNotDone();
        }
    }

    @Test
    void tellsOfARefusedRequestAfterTheStreamHasBeenReturned() throws Exception {
        transport.open(stream(URI.create("ftp://127.0.0.1/")), listener);

        assertThat(listener.awaitEnd()).isInstanceOf(InvalidRequestException.class);
        assertThat(listener.teller).isNotSameAs(Thread.currentThread());
    }
}
