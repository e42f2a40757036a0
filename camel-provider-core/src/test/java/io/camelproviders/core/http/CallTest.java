/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.TransportException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest extends TransportTest {

    @Test
    void returnsStatusHeadersAndBody() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 404 Not Found\r\nX-Id: a\r\nX-Odd: \u00fcber\r\nContent-Length: 4\r\n\r\nnope")) {
            HttpResponse response = answer(transport.call(get(server.uri("/a?b=c"))));

            assertThat(response.status()).isEqualTo(404);
            assertThat(response.head().header("x-id")).contains("a");
            assertThat(response.head().header("x-odd")).contains("?ber");
            assertThat(response.body()).asString(StandardCharsets.US_ASCII).isEqualTo("nope");
            assertThat(response.attempts()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, true", "PUT, true", "PATCH, true", "GET, false", "DELETE, false"})
    void sendsNoContentTypeWithoutABody(String method, boolean length) throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            HttpHeader key = new HttpHeader("Authorization", "Bearer k");

            answer(transport.call(bodyless(method, server.uri("/x"), Timeouts.call(LONG, LONG), key)));

            String head = server.heads.get(0);
            assertThat(head).startsWith(method + " /x HTTP/1.1\r\n").contains("Authorization: Bearer k\r\n");
            assertThat(head).contains("Accept-Encoding: identity\r\n", "User-Agent: camel-providers\r\n");
            assertThat(head.toLowerCase(Locale.ROOT))
                    .doesNotContain("content-type", "transfer-encoding", "upgrade", "cookie");
            assertThat(head.contains("Content-Length: 0\r\n")).isEqualTo(length);
            assertThat(head.toLowerCase(Locale.ROOT).contains("content-length")).isEqualTo(length);
        }
    }

    @Test
    void sendsABodyWithItsLengthAndTheCallersType() throws Exception {
        CompletableFuture<String> body = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            body.complete(new String(peer.in.readNBytes(5), StandardCharsets.UTF_8));
            peer.send(OK);
        })) {
            HttpHeader type = new HttpHeader("Content-Type", "application/json");
            byte[] bytes = "[1,2]".getBytes(StandardCharsets.UTF_8);

            answer(transport.call(request("POST", server.uri("/"), bytes, Timeouts.call(LONG, LONG), type)));

            assertThat(body.get()).isEqualTo("[1,2]");
            assertThat(server.heads.get(0)).contains("Content-Length: 5\r\n", "Content-Type: application/json\r\n");
        }
    }

    @Test
    void keepsTheConnectionForTheNextCall() throws Exception {
        try (RawServer server = RawServer.answering(OK)) {
            answer(transport.call(get(server.uri("/1"))));
            answer(transport.call(get(server.uri("/2"))));

            assertThat(server.connections).hasValue(1);
            assertThat(transport.stats()).isEqualTo(new TransportStats(0, 0, 1, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void doesNotFollowRedirects(int status) throws Exception {
        try (RawServer other = RawServer.answering(OK);
                RawServer server = RawServer.answering("HTTP/1.1 " + status + " Moved\r\nLocation: " + other.uri("/")
                        + "\r\nContent-Length: 0\r\n\r\n")) {
            HttpHeader key = new HttpHeader("Authorization", "Bearer k");

            HttpResponse response = answer(
                    transport.call(request("POST", server.uri("/"), new byte[] {1}, Timeouts.call(LONG, LONG), key)));

            assertThat(response.status()).isEqualTo(status);
            assertThat(other.connections).hasValue(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 No\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"
            })
    void doesNothingOfItsOwnAccord(String answer) throws Exception {
        try (RawServer server = RawServer.answering(answer)) {
            answer(transport.call(get(server.uri("/"))));
            int after = server.heads.size();
            answer(transport.call(get(server.uri("/"))));

            assertThat(after).isEqualTo(1);
            assertThat(server.heads.get(1).toLowerCase(Locale.ROOT)).doesNotContain("cookie", "authorization");
        }
    }

    @Test
    void endsWhenTheHeadDribbles() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            while (true) {
                peer.send("H");
                peer.socket.setSoTimeout(50);
                waitForNothing(peer);
            }
        })) {
            ProviderException failure = failure(
                    transport.call(bodyless("GET", server.uri("/s?ticket=secret"), Timeouts.call(LONG, SHORT))));

            assertThat(failure).isInstanceOf(ProviderTimeoutException.class);
            assertThat(failure)
                    .hasMessageContaining("127.0.0.1:" + server.port())
                    .hasMessageNotContaining("secret");
            assertThat(((TransportException) failure).nothingSent()).isFalse();
        }
    }

    private static void waitForNothing(RawServer.Peer peer) throws Exception {
        try {
            if (peer.in.read() < 0) {
                throw new java.io.EOFException();
            }
        } catch (java.net.SocketTimeoutException nothing) {
            assertThat(nothing).isNotNull();
        }
    }

    @Test
    void endsAndClosesWhenTheBodyStalls() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
            peer.awaitClientGone();
        })) {
            ProviderException failure =
                    failure(transport.call(bodyless("GET", server.uri("/"), Timeouts.call(LONG, SHORT))));

            assertThat(failure).isInstanceOf(ProviderTimeoutException.class);
            assertThat(server.clientGone()).isTrue();
            await().until(() -> transport.stats().leased() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9000000000000000000\r\n\r\nx",
                "Content-Length: 1025\r\n\r\nx",
                "Transfer-Encoding: chunked\r\n\r\n"
            })
    void refusesABodyAboveTheLimit(String rest) throws Exception {
        restart(HttpSettings.builder().maxResponseBytes(1024));
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send("HTTP/1.1 200 OK\r\n" + rest);
            for (int i = 0; rest.startsWith("Transfer") && i < 1_000; i++) {
                peer.chunk(new byte[512]);
            }
            peer.awaitClientGone();
        })) {
            ProviderException failure = failure(transport.call(get(server.uri("/"))));

            assertThat(failure).isInstanceOf(LimitExceededException.class).hasMessageContaining("maxResponseBytes");
            assertThat(server.clientGone()).isTrue();
            await().until(() -> transport.stats().leased() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 3})
    void refusesAnEndlessHead(int fields) throws Exception {
        String line = "X-Pad: " + "p".repeat(fields == 3 ? 40_000 : 10) + "\r\n";
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n" + line.repeat(fields) + "\r\n")) {
            assertThat(failure(transport.call(get(server.uri("/"))))).isInstanceOf(LimitExceededException.class);
        }
    }

    @Test
    void refusesCompressedAnswers() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\nxx")) {
            assertThat(failure(transport.call(get(server.uri("/")))))
                    .isInstanceOf(DecodeException.class)
                    .hasMessageContaining("gzip");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nha",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nha\r\n",
                "HTTP/1.1 200 OK\r\nContent-Le",
                "",
                "SSH-2.0-OpenSSH_9.2\r\n"
            })
    void failsWhenTheAnswerIsCut(String cut) throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(cut);
        })) {
            ProviderException failure = failure(transport.call(get(server.uri("/"))));

            assertThat(failure).isExactlyInstanceOf(TransportException.class);
            assertThat(((TransportException) failure).nothingSent()).isFalse();
            assertThat(server.heads).hasSize(1);
        }
    }

    @Test
    void cancellingClosesTheSocket() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.awaitClientGone();
        })) {
            CompletableFuture<HttpResponse> call = transport.call(get(server.uri("/")));
            await().until(() -> server.heads.size() == 1);

            call.cancel(true);

            assertThat(server.clientGone()).isTrue();
            await().until(() -> transport.stats().leased() == 0);
        }
    }

    @Test
    void cancellingClosesAKeptConnectionToo() throws Exception {
        try (RawServer server = new RawServer(peer -> {
            peer.readHead();
            peer.send(OK);
            peer.readHead();
            peer.awaitClientGone();
        })) {
            answer(transport.call(get(server.uri("/1"))));
            CompletableFuture<HttpResponse> call = transport.call(get(server.uri("/2")));
            await().until(() -> server.heads.size() == 2);

            call.cancel(true);

            assertThat(server.connections).hasValue(1);
            assertThat(server.clientGone()).isTrue();
            await().until(() -> transport.stats().equals(new TransportStats(0, 0, 0, 0)));
        }
    }

    @Test
    void saysThatNothingWasSentWhenTheConnectionIsRefused() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        ProviderException failure =
                failure(transport.call(get(URI.create("http://127.0.0.1:" + port + "/?key=s3cret"))));

        assertThat(failure).isExactlyInstanceOf(TransportException.class).hasMessageContaining("127.0.0.1:" + port);
        assertThat(failure).hasMessageNotContaining("s3cret").hasMessageStartingWith("bimpeai:messages/send: ");
        assertThat(((TransportException) failure).nothingSent()).isTrue();
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void saysThatNothingWasSentWhenTheHostIsUnknown() throws Exception {
        ProviderException failure = failure(transport.call(get(URI.create("http://nowhere.invalid/"))));

        assertThat(failure).isExactlyInstanceOf(TransportException.class).hasMessageContaining("nowhere.invalid");
        assertThat(((TransportException) failure).nothingSent()).isTrue();
    }

    @Test
    void endsWhenNobodyAcceptsTheConnection() throws Exception {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 4; i++) {
                Socket socket = new Socket();
                queue.add(socket);
                socket.getChannel();
                connectQuietly(socket, full);
            }
            URI uri = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");

            ProviderException failure =
                    failure(transport.call(bodyless("GET", uri, Timeouts.call(SHORT, Duration.ofSeconds(15)))));

            assertThat(failure).isInstanceOf(ProviderTimeoutException.class).hasMessageContaining("connectTimeout");
            assertThat(((TransportException) failure).nothingSent()).isTrue();
            await().until(() -> transport.stats().leased() == 0);
        } finally {
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    private static void connectQuietly(Socket socket, ServerSocket server) throws Exception {
        try {
            socket.connect(server.getLocalSocketAddress(), 200);
        } catch (java.net.SocketTimeoutException full) {
            assertThat(full).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "/relative",
                "ftp://127.0.0.1/",
                "http://user:pw@127.0.0.1/",
                "http://under_score/",
                "http://127.0.0.1/\u00fc",
                "jar:file:x!/y"
            })
    void refusesAddressesItMustNotUse(String uri) throws Exception {
        ProviderException failure = failure(transport.call(get(URI.create(uri))));

        assertThat(failure).isInstanceOf(InvalidRequestException.class).hasMessageNotContaining("pw");
    }

    @Test
    void refusesHeadersThatBelongToTheTransport() throws Exception {
        HttpHeader host = new HttpHeader("hOst", "evil");

        ProviderException failure = failure(
                transport.call(bodyless("GET", URI.create("http://127.0.0.1/"), Timeouts.call(LONG, LONG), host)));

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void waitsForAConnectionWhenAllAreBusy() throws Exception {
        restart(HttpSettings.builder().maxConnections(1));
        CompletableFuture<Void> free = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            while (peer.readHead()) {
                free.get();
                peer.send(OK);
            }
        })) {
            CompletableFuture<HttpResponse> first = transport.call(get(server.uri("/1")));
            CompletableFuture<HttpResponse> second = transport.call(get(server.uri("/2")));
            CompletableFuture<HttpResponse> late =
                    transport.call(bodyless("GET", server.uri("/3"), Timeouts.call(LONG, SHORT)));

            assertThat(((TransportException) failure(late)).nothingSent()).isTrue();
            assertThat(transport.stats().pending()).isPositive();
            free.complete(null);
            assertThat(answer(first).status()).isEqualTo(200);
            assertThat(answer(second).status()).isEqualTo(200);
            assertThat(server.connections).hasValue(1);
        }
    }
}
