/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.testkit.qgpt.FakeWebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketMessagesTest extends WebSocketTestSupport {

    @Test
    void carriesMessagesBothWaysInOrder() throws Exception {
        // given
        onOpen = socket -> IntStream.range(0, 100).forEach(i -> socket.text("m" + i));
        WebSocketConnection connection = connect(request("/ws"));

        List<CompletableFuture<Void>> sends = new ArrayList<>();

        // when
        connection.request(1_000);
        IntStream.range(0, 100).forEach(i -> sends.add(connection.send("c" + i)));

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
