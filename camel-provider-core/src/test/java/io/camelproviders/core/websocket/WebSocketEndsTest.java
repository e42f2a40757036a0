/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.testkit.qgpt.FakeWebSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketEndsTest extends WebSocketTestSupport {

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
    void findsADeadPeerByItsMissingPong() throws Exception {
        // given
        onOpen = FakeWebSocket::ignorePings;
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
            socket.ignorePings();
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
        RecordingWebSocketListener slow = new RecordingWebSocketListener() {
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
        onOpen = FakeWebSocket::ignorePings;
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
        assertThat(server.journal().total()).isEqualTo(1);
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
}
