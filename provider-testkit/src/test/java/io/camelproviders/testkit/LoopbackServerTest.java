/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camelproviders.testkit.LoopbackServer.Handler;
import io.camelproviders.testkit.Request.Header;
import io.camelproviders.testkit.Responder.UpgradeListener;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private volatile Handler handler = (request, responder) -> responder.respond(200, request.target());
    private final LoopbackServer server =
            LoopbackServer.start("test", (request, responder) -> handler.handle(request, responder));

    @AfterEach
    void close() {
        server.close();
        assertThat(server.openConnections()).isZero();
    }

    @Test
    void recordsTheRequestByteForByte() throws Exception {
        // given
        String raw = "POST /a%20b/c+d?x=1%2B1&y=%C3%A9+z&x2 HTTP/1.1\r\nHost: h\r\nX-One:  1 \r\nx-one: 2\r\n"
                + "Content-Length: 9\r\n\r\n{\"a\":\"é\"}".replace("é", "e");

        // when
        try (RawClient client = new RawClient(server.port())) {
            client.send(raw).readUntil("\r\n\r\n");
        }

        // then
        Request request = server.journal().takeRequest(LIMIT);
        assertThat(new String(request.raw(), StandardCharsets.UTF_8)).isEqualTo(raw);
        assertThat(request.pathSegments()).containsExactly("a b", "c+d");
        assertThat(request.query())
                .containsEntry("x", "1+1")
                .containsEntry("y", "é z")
                .containsEntry("x2", "");
        assertThat(request.header("X-ONE")).contains("1");
        assertThat(request.headers())
                .extracting(Header::name)
                .containsExactly("Host", "X-One", "x-one", "Content-Length");
        assertThat(request.json().path("a").asText()).isEqualTo("e");
    }

    @Test
    void answersPipelinedRequestsInOrderThoughAnswersAreLate() throws Exception {
        // given
        handler = (request, responder) -> {
            long delay = request.path().equals("/1") ? 50 : 0;
            responder.after(Duration.ofMillis(delay), () -> responder.respond(200, "<" + request.path() + ">"));
        };

        // when
        String seen;
        try (RawClient client = new RawClient(server.port())) {
            client.send(
                    "GET /1 HTTP/1.1\r\n\r\nPOST /2 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n");
            client.send("\r\nGET /3 HTTP/1.1\r\nConnection: close\r\n\r\n");
            seen = client.readToEnd();
        }

        // then
        assertThat(seen).containsSubsequence("</1>", "</2>", "Connection: close", "</3>");
        assertThat(server.journal().all()).extracting(Request::bodyText).containsExactly("", "abcde", "");
        assertThat(server.acceptedConnections()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsNotHttp() throws Exception {
        for (String bad :
                List.of("nonsense\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: x\r\n\r\n", "x".repeat(70_000))) {
            // when
            String seen;
            try (RawClient client = new RawClient(server.port())) {
                seen = client.send(bad).readUntil("\r\n\r\n");
            }

            // then
            assertThat(seen).startsWith("HTTP/1.1 4").contains("Connection: close");
        }
        assertThat(server.journal().all()).isEmpty();
    }

    @Test
    void streamsChunksAndEndsThemWellSoThatTheConnectionGoesOn() throws Exception {
        // given
        handler = (request, responder) -> {
            BodyStream stream = responder.stream(200, "Content-Type", "text/event-stream");
            stream.write("data: é\n\n");
            stream.end();
        };

        // when
        String seen;
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET / HTTP/1.1\r\n\r\n").readUntil("0\r\n\r\n");
            seen = client.send("GET / HTTP/1.1\r\n\r\n").readUntil("0\r\n\r\n");
        }

        // then
        assertThat(seen).contains("Transfer-Encoding: chunked").contains("\r\n\r\na\r\ndata: ");
    }

    @Test
    void cutsWithoutTheLastChunk() throws Exception {
        // given
        handler = (request, responder) -> {
            BodyStream stream = responder.stream(200);
            stream.write("half");
            stream.cut();
        };

        // when
        String seen;
        try (RawClient client = new RawClient(server.port())) {
            seen = client.send("GET / HTTP/1.1\r\n\r\n").readToEnd();
        }

        // then
        assertThat(seen).endsWith("4\r\nhalf\r\n");
    }

    @Test
    void resetsAfterWhatWasWritten() throws Exception {
        // given
        handler = (request, responder) -> {
            BodyStream stream = responder.stream(200);
            stream.write("half");
            stream.reset();
        };

        // when
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET / HTTP/1.1\r\n\r\n").readUntil("half\r\n");

            // then
            assertThatThrownBy(client::read).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void dripsAHeadByteForByte() throws Exception {
        // given
        AtomicInteger turns = new AtomicInteger();
        handler = (request, responder) -> {
            byte[] whole = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(StandardCharsets.US_ASCII);
            responder.throttle(whole, 5, Duration.ofMillis(1), () -> {
                turns.incrementAndGet();
                responder.next();
            });
        };

        // when
        String seen;
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET / HTTP/1.1\r\n\r\n").readUntil("ok");
            seen = client.send("GET / HTTP/1.1\r\n\r\n").readUntil("ok");
        }

        // then
        assertThat(seen).isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        await().until(() -> turns.get() == 2);
    }

    @Test
    void producesABurstLazilyWhileTheClientDoesNotRead() throws Exception {
        // given
        int events = 100_000;
        byte[] event = ("data: " + "x".repeat(200) + "\n\n").getBytes(StandardCharsets.US_ASCII);
        AtomicInteger produced = new AtomicInteger();
        CompletableFuture<BodyStream> opened = new CompletableFuture<>();
        handler = (request, responder) -> {
            BodyStream stream = responder.stream(200);
            produce(stream, event, events, produced);
            opened.complete(stream);
        };

        try (RawClient client = new RawClient(server.port())) {
            // when
            client.send("GET / HTTP/1.1\r\n\r\n");
            BodyStream stream = opened.get(10, TimeUnit.SECONDS);
            await().until(() -> stream.pendingBytes() > 0);

            // then
            assertThat(produced.get()).isLessThan(events);
            assertThat(stream.pendingBytes()).isLessThan(100_000);
            assertThat(client.readUntil("\r\n0\r\n\r\n")).hasSizeGreaterThan(events * event.length);
        }
        assertThat(produced).hasValue(events);
    }

    private static void produce(BodyStream stream, byte[] event, int events, AtomicInteger produced) {
        while (produced.get() < events && stream.pendingBytes() < 64 * 1024) {
            stream.write(event);
            produced.incrementAndGet();
        }
        if (produced.get() < events) {
            stream.onDrained(() -> produce(stream, event, events, produced));
        } else {
            stream.end();
        }
    }

    @Test
    void tellsThatTheClientLeftAStream() throws Exception {
        // given
        CountDownLatch left = new CountDownLatch(1);
        handler = (request, responder) -> {
            BodyStream stream = responder.stream(200);
            stream.onDisconnect(left::countDown);
        };

        // when
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET / HTTP/1.1\r\n\r\n").readUntil("\r\n\r\n");
        }

        // then
        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> server.openConnections() == 0);
    }

    @Test
    void refusesAndAcceptsAgainOnTheSamePortWhileConnectionsStay() throws Exception {
        try (RawClient old = new RawClient(server.port())) {
            old.send("GET /a HTTP/1.1\r\n\r\n").readUntil("/a");

            // when
            server.refuseConnections();

            // then
            assertThatThrownBy(() -> new RawClient(server.port())).isInstanceOf(ConnectException.class);
            assertThat(old.send("GET /b HTTP/1.1\r\n\r\n").readUntil("/b")).contains("200 OK");

            // when
            server.acceptConnections();
            try (RawClient fresh = new RawClient(server.port())) {

                // then
                assertThat(fresh.send("GET /c HTTP/1.1\r\n\r\n").readUntil("/c"))
                        .contains("200 OK");
            }
        }
    }

    @Test
    void dropsAllConnectionsWithAReset() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET /a HTTP/1.1\r\n\r\n").readUntil("/a");

            // when
            server.dropConnections();

            // then
            assertThatThrownBy(client::read).isInstanceOf(SocketException.class);
            assertThat(server.openConnections()).isZero();
        }
    }

    @Test
    void handsAConnectionOverAfterAnUpgrade() throws Exception {
        // given
        CountDownLatch gone = new CountDownLatch(1);
        handler = (request, responder) -> {
            responder.raw("HTTP/1.1 101 Switching Protocols\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            responder.upgrade(new UpgradeListener() {
                @Override
                public void received(byte[] bytes) {
                    responder.raw(bytes);
                }

                @Override
                public void disconnected() {
                    gone.countDown();
                }
            });
        };

        // when
        String seen;
        try (RawClient client = new RawClient(server.port())) {
            client.send("GET / HTTP/1.1\r\nUpgrade: echo\r\n\r\nearly ").readUntil("early ");
            seen = client.send("GET late\r\n\r\n").readUntil("late\r\n\r\n");
        }

        // then
        assertThat(seen).isEqualTo("GET late\r\n\r\n");
        assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void keepsTheFailureOfAHandlerAndAnswers500() throws Exception {
        // given
        handler = (request, responder) -> {
            throw new IllegalStateException("broken script");
        };

        // when
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.uri()).build(), BodyHandlers.ofString());

        // then
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(server.failures()).singleElement().satisfies(e -> assertThat(e)
                .hasMessage("broken script"));
    }

    @Test
    void givesLeaveToSendABody() throws Exception {
        try (RawClient client = new RawClient(server.port())) {
            // when
            String leave = client.send("POST /p HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n")
                    .readUntil("\r\n\r\n");

            // then
            assertThat(leave).startsWith("HTTP/1.1 100 ");
            assertThat(client.send("ok").readUntil("/p")).contains("200 OK");
        }
    }

    @Test
    void holdsManyOpenStreamsOnOneThread() throws Exception {
        holdsOpenStreams(500);
    }

    @Test
    @Tag("long")
    void holdsThousandsOfOpenStreamsOnOneThread() throws Exception {
        holdsOpenStreams(8_000);
    }

    private void holdsOpenStreams(int count) throws Exception {
        // given
        handler = (request, responder) -> responder.stream(200).write("hi\n");
        List<RawClient> clients = new ArrayList<>();

        // when
        try {
            for (int i = 0; i < count; i++) {
                clients.add(new RawClient(server.port()).send("GET / HTTP/1.1\r\n\r\n"));
            }
            for (RawClient client : clients) {
                client.readUntil("hi\n");
            }

            // then
            assertThat(server.openConnections()).isEqualTo(count);
        } finally {
            for (RawClient client : clients) {
                close(client);
            }
        }
        await().until(() -> server.openConnections() == 0);
    }

    private static void close(RawClient client) throws IOException {
        client.close();
    }
}
