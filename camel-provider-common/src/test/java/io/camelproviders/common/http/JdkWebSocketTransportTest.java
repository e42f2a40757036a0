/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.common.error.AbortedException;
import io.camelproviders.common.error.HttpStatusException;
import io.camelproviders.common.error.LimitExceededException;
import io.camelproviders.common.error.ProtocolException;
import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.error.ProviderTimeoutException;
import io.camelproviders.common.error.TransportException;
import io.camelproviders.common.retry.ScheduledSleeper;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.Responder;
import io.camelproviders.testkit.qgpt.FakeWebSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkWebSocketTransportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final JdkWebSocketTransport transport =
            new JdkWebSocketTransport(threads, new ScheduledSleeper(timer), null);
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<FakeWebSocket> sockets = new CopyOnWriteArrayList<>();
    private final LoopbackServer server = LoopbackServer.start("ws", (request, responder) -> accept(responder));
    private final WebSocketEar ear = new WebSocketEar();

    private Consumer<FakeWebSocket> onOpen = socket -> {};

    private void accept(Responder responder) {
        if (responder.request().path().equals("/refused")) {
            responder.respond(302, "", "Location", "/ws");
            return;
        }
        if (responder.request().path().equals("/silent")) {
            responder.silence();
            return;
        }
        FakeWebSocket socket = FakeWebSocket.accept(responder, (from, text) -> heard.add(text), () -> {});
        sockets.add(socket);
        onOpen.accept(socket);
    }

    @AfterEach
    void close() {
        server.close();
        threads.shutdownNow();
        timer.shutdownNow();
    }

    private WebSocketRequest request(String path) {
        return WebSocketRequest.of(
                URI.create("ws://127.0.0.1:" + server.port() + path), "test:ws", Duration.ofSeconds(10));
    }

    private WebSocketConnection connect(WebSocketRequest request) {
        return transport.connect(request, ear);
    }

    private Object end() throws Exception {
        return ear.end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void carriesMessagesBothWaysInOrder() throws Exception {
        // given
        onOpen = socket -> IntStream.range(0, 100).forEach(i -> socket.text("m" + i));
        WebSocketConnection connection = connect(request("/ws"));

        // when
        connection.request(1_000);
        IntStream.range(0, 100).forEach(i -> connection.send("c" + i));

        // then
        await().atMost(PATIENCE).until(() -> ear.messages.size() == 100 && heard.size() == 100);
        assertThat(ear.messages)
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
        assertThat(heard)
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "c" + i).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 1_000})
    void joinsFragmentsThatCutCharacters(int bytes) {
        // given
        String text = "a\u00e9\u20ac\ud83d\ude00z".repeat(20);
        onOpen = socket -> {
            socket.fragments(text, bytes);
            socket.text("next");
        };

        // when
        connect(request("/ws")).request(10);

        // then
        await().atMost(PATIENCE).until(() -> ear.messages.size() == 2);
        assertThat(ear.messages).containsExactly(text, "next");
    }

    @Test
    void takesBinaryMessagesAsText() {
        // given
        onOpen = socket -> socket.binary("gr\u00fc\u00df".getBytes(StandardCharsets.UTF_8));

        // when
        connect(request("/ws")).request(10);

        // then
        await().atMost(PATIENCE).until(() -> !ear.messages.isEmpty());
        assertThat(ear.messages).containsExactly("gr\u00fc\u00df");
    }

    @Test
    void refusesBinaryMessagesThatAreNoText() throws Exception {
        // given
        onOpen = socket -> socket.binary(new byte[] {(byte) 0xC3, 0x28});

        // when
        connect(request("/ws")).request(10);

        // then
        assertThat(end()).isInstanceOf(ProtocolException.class);
        await().atMost(PATIENCE).until(() -> sockets.get(0).closeCode() == 1008);
        assertThat(ear.messages).isEmpty();
    }

    @Test
    void refusesTextThatIsNoUtf8() throws Exception {
        // given
        onOpen = socket -> socket.raw(new byte[] {(byte) 0x81, 2, (byte) 0xC3, 0x28});

        // when
        connect(request("/ws")).request(10);

        // then
        assertThat(end()).isInstanceOf(ProtocolException.class);
        await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
    }

    @Test
    void refusesMaskedFrames() throws Exception {
        // given
        onOpen = socket -> socket.raw(new byte[] {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, 'a'});

        // when
        connect(request("/ws")).request(10);

        // then
        assertThat(end()).isInstanceOf(ProtocolException.class);
        await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
    }

    @Test
    void stopsAtTheSizeLimitOfAFrameThatClaimsAGibibyte() throws Exception {
        // given
        onOpen = FakeWebSocket::giantFrame;

        // when
        connect(request("/ws").withLimits(100_000, 10)).request(10);

        // then
        assertThat(end()).isInstanceOf(LimitExceededException.class);
        await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
    }

    @Test
    void stopsAtTheSizeLimitOfFragmentsWithoutEnd() throws Exception {
        // given
        onOpen = FakeWebSocket::fragmentsWithoutEnd;

        // when
        connect(request("/ws").withLimits(100_000, 10)).request(10);

        // then
        assertThat(end()).isInstanceOf(LimitExceededException.class);
        await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
        assertThat(ear.messages).isEmpty();
    }

    @Test
    void readsNoMoreMessagesThanGranted() {
        // given
        onOpen = socket -> IntStream.range(0, 50).forEach(i -> socket.text("m" + i));
        WebSocketConnection connection = connect(request("/ws"));
        connection.request(3);
        await().atMost(PATIENCE).until(() -> ear.messages.size() == 3);

        // when
        connection.request(2);

        // then
        await().atMost(PATIENCE).until(() -> ear.messages.size() == 5);
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> ear.messages.size() == 5);
    }

    @Test
    void letsTheServerWaitWhenNothingIsGranted() {
        // given
        String large = "x".repeat(100_000);
        onOpen = socket -> IntStream.range(0, 200).forEach(i -> socket.text(large));

        // when
        connect(request("/ws")).request(1);

        // then
        await().atMost(PATIENCE).until(() -> ear.messages.size() == 1);
        await().during(Duration.ofMillis(500))
                .atMost(PATIENCE)
                .until(() -> sockets.get(0).pendingBytes() > 5_000_000);
    }

    @Test
    void pingsAndIsContentWithPongs() {
        // given
        WebSocketRequest request = request("/ws").withPings(Duration.ofMillis(50), Duration.ofSeconds(10));

        // when
        connect(request).request(10);

        // then
        await().atMost(PATIENCE)
                .until(() -> !sockets.isEmpty() && sockets.get(0).pings() >= 3);
        assertThat(ear.end).isNotDone();
    }

    @Test
    void answersPings() {
        // given
        onOpen = FakeWebSocket::ping;

        // when
        connect(request("/ws")).request(10);

        // then
        await().atMost(PATIENCE).until(() -> sockets.get(0).pongs() == 1);
    }

    @Test
    void findsADeadPeerByItsMissingPong() throws Exception {
        // given
        onOpen = FakeWebSocket::deafen;
        WebSocketRequest request = request("/ws").withPings(Duration.ofMillis(50), Duration.ofMillis(300));

        // when
        connect(request).request(10);

        // then
        assertThat(end()).isInstanceOf(ProviderTimeoutException.class);
        await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
    }

    @Test
    void doesNotBlameThePeerWhileNothingIsRead() {
        // given
        onOpen = socket -> {
            socket.deafen();
            socket.text("one");
            socket.text("two");
        };

        // when
        connect(request("/ws").withPings(Duration.ofMillis(30), Duration.ofMillis(30)))
                .request(1);

        // then
        await().atMost(PATIENCE).until(() -> ear.messages.size() == 1);
        await().during(Duration.ofMillis(500)).atMost(PATIENCE).until(() -> !ear.end.isDone());
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1011})
    void tellsTheCodeOfTheServersClose(int code) throws Exception {
        // given
        onOpen = socket -> {
            socket.text("last");
            socket.close(code, "bye");
        };

        // when
        connect(request("/ws")).request(10);

        // then
        assertThat(end()).isEqualTo(code);
        assertThat(ear.messages).containsExactly("last");
        assertThat(ear.ends).hasValue(1);
    }

    @Test
    void tellsAResetAsABreak() throws Exception {
        // given
        onOpen = FakeWebSocket::reset;

        // when
        connect(request("/ws")).request(10);

        // then
        assertThat(end()).isInstanceOf(TransportException.class).isNotInstanceOf(AbortedException.class);
        assertThat(ear.ends).hasValue(1);
    }

    @Test
    void tellsAnEndWithoutCloseFrameAsABreak() throws Exception {
        // given
        onOpen = FakeWebSocket::end;

        // when
        connect(request("/ws")).request(10);

        // then
        assertThat(end()).isInstanceOf(TransportException.class);
    }

    @Test
    void noticesAnEndThatComesWhileAMessageIsTaken() throws Exception {
        // given
        onOpen = socket -> socket.text("last");
        WebSocketEar slow = new WebSocketEar() {
            @Override
            public void message(String text) {
                super.message(text);
                sockets.get(0).end();
                await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
            }
        };

        // when
        transport
                .connect(request("/ws").withPings(Duration.ofMinutes(5), Duration.ofMinutes(5)), slow)
                .request(10);

        // then
        assertThat(slow.end.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isInstanceOf(TransportException.class);
        assertThat(slow.messages).containsExactly("last");
    }

    @Test
    void noticesAnEndThatComesWhileNothingIsGranted() throws Exception {
        // given
        onOpen = socket -> socket.text("one");
        WebSocketConnection connection =
                connect(request("/ws").withPings(Duration.ofMinutes(5), Duration.ofMinutes(5)));
        connection.request(1);
        await().atMost(PATIENCE).until(() -> ear.messages.size() == 1);
        sockets.get(0).end();
        await().atMost(PATIENCE).until(() -> server.openConnections() == 0);

        // when
        connection.request(1);

        // then
        assertThat(end()).isInstanceOf(TransportException.class);
    }

    @Test
    void closesOnceWithItsCodeBehindWhatWasSent() throws Exception {
        // given
        WebSocketConnection connection = connect(request("/ws"));
        connection.request(10);
        ear.opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        // when
        CompletableFuture<Void> sent = connection.send("last words");
        connection.close(1000, "done");
        connection.close(1000, "done");
        connection.abort();

        // then
        assertThat(end()).isInstanceOf(AbortedException.class);
        assertThat(ear.ends).hasValue(1);
        assertThat(connection.send("too late")).failsWithin(PATIENCE);
        await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
        assertThat(sent).isDone();
    }

    @Test
    void saysGoodByeToThePeer() throws Exception {
        // given
        WebSocketConnection connection = connect(request("/ws"));
        ear.opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        connection.send("last words").get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        // when
        connection.close(1000, "done");

        // then
        await().atMost(PATIENCE).until(() -> sockets.get(0).closeCode() == 1000);
        assertThat(heard).containsExactly("last words");
    }

    @Test
    void cutsAPeerThatDoesNotAnswerTheClose() throws Exception {
        // given
        onOpen = FakeWebSocket::deafen;
        WebSocketConnection connection = connect(request("/ws"));
        ear.opened.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        // when
        connection.close(1000, "done");

        // then
        await().atMost(PATIENCE).until(() -> server.openConnections() == 0);
    }

    @Test
    void doesNotFollowRedirects() throws Exception {
        // when
        connect(request("/refused")).request(10);

        // then
        assertThat(end()).isInstanceOfSatisfying(HttpStatusException.class, refused -> assertThat(refused.status())
                .isEqualTo(302));
        assertThat(server.ledger().total()).isEqualTo(1);
    }

    @Test
    void givesUpOnAHandshakeThatIsNotAnswered() throws Exception {
        // given
        WebSocketRequest request = WebSocketRequest.of(
                URI.create("ws://127.0.0.1:" + server.port() + "/silent?ticket=secret"),
                "test:ws",
                Duration.ofMillis(300));

        // when
        connect(request).request(10);

        // then
        assertThat(end()).isInstanceOf(ProviderTimeoutException.class);
        assertThat(((ProviderException) end()).getMessage()).doesNotContain("secret");
        assertThat(request.toString()).doesNotContain("secret");
    }

    @Test
    void tellsARefusedConnection() throws Exception {
        // given
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        // when
        connect(WebSocketRequest.of(URI.create("ws://127.0.0.1:" + port + "/ws"), "test:ws", Duration.ofSeconds(5)));

        // then
        assertThat(end()).isInstanceOf(TransportException.class);
        assertThat(ear.ends).hasValue(1);
    }

    @Test
    void boundsTheMessagesThatWaitToBeSent() {
        // given
        WebSocketConnection connection = connect(request("/silent").withLimits(1_000, 3));

        // when
        List<CompletableFuture<Void>> sends =
                IntStream.range(0, 4).mapToObj(i -> connection.send("m" + i)).toList();

        // then
        assertThat(sends.get(3))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(LimitExceededException.class);
        assertThat(sends.get(0)).isNotDone();
        connection.abort();
        assertThat(sends.get(0)).failsWithin(PATIENCE);
    }
}
