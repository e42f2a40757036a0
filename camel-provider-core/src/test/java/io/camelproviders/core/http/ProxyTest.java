/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.testkit.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProxyTest extends TransportTest {

    private static final String CHALLENGE =
            "HTTP/1.1 407 Log in\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n";

    private static Certificates certificates;

    @BeforeAll
    static void certificates(@TempDir Path folder) throws Exception {
        certificates = new Certificates(folder, "ip:127.0.0.1");
    }

    @Test
    void reachesASecureOriginThroughATunnel() throws Exception {
        try (RawServer origin = origin();
                RawServer proxy = new RawServer(peer -> tunnel(peer, false))) {
            use(proxy, null);

            HttpResponse response = answer(transport.call(secret("https", origin)));

            assertThat(response.status()).isEqualTo(200);
            assertThat(proxy.heads).hasSize(1).allMatch(head -> head.startsWith("CONNECT 127.0.0.1:" + origin.port()));
            assertThat(proxy.heads.get(0)).doesNotContain("k3y", "ticket");
            assertThat(origin.heads.get(0)).contains("Bearer k3y", "ticket").doesNotContain("Proxy-");
        }
    }

    @Test
    void logsInToTheProxyOnly() throws Exception {
        try (RawServer origin = origin();
                RawServer proxy = new RawServer(peer -> tunnel(peer, true))) {
            use(proxy, "joe");

            HttpResponse response = answer(transport.call(secret("https", origin)));

            assertThat(response.status()).isEqualTo(200);
            assertThat(proxy.heads.get(proxy.heads.size() - 1)).contains("Proxy-Authorization: Basic am9lOnNlc2FtZQ==");
            assertThat(origin.heads).hasSize(1);
            assertThat(origin.heads.get(0)).doesNotContain("Proxy-", "am9l");
        }
    }

    @Test
    void sendsTheBodyAgainWhenTheProxyAsksForALogIn() throws Exception {
        CompletableFuture<String> body = new CompletableFuture<>();
        try (RawServer proxy = new RawServer(peer -> {
            while (peer.readHead()) {
                byte[] bytes = peer.in.readNBytes(3);
                if (peer.lastHead().contains("Proxy-Authorization")) {
                    body.complete(new String(bytes, java.nio.charset.StandardCharsets.US_ASCII));
                    peer.send(OK);
                } else {
                    peer.send(CHALLENGE);
                }
            }
        })) {
            use(proxy, "joe");
            URI uri = URI.create("http://127.0.0.1:1/x");

            HttpResponse response =
                    answer(transport.call(request("POST", uri, new byte[] {'a', 'b', 'c'}, Timeouts.call(LONG, LONG))));

            assertThat(response.status()).isEqualTo(200);
            assertThat(body.get()).isEqualTo("abc");
            assertThat(proxy.heads.get(0)).startsWith("POST http://127.0.0.1:1/x HTTP/1.1");
        }
    }

    @Test
    void namesTheProxyAndSaysThatNothingWasSentWhenItIsGone() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            restart(HttpSettings.builder()
                    .proxy(new HttpSettings.Proxy("127.0.0.1", free.getLocalPort(), "joe", "sesame")));
        }

        ProviderException failure = failure(transport.call(get(URI.create("http://127.0.0.1:1/"))));

        assertThat(failure).hasMessageContaining("through the proxy 127.0.0.1:").hasMessageNotContaining("sesame");
        assertThat(((TransportException) failure).nothingSent()).isTrue();
    }

    private static RawServer origin() throws Exception {
        return new RawServer(certificates.serverSocket("TLSv1.3"), peer -> {
            while (peer.readHead()) {
                peer.send(OK);
            }
        });
    }

    private static HttpRequest secret(String scheme, RawServer origin) {
        URI uri = URI.create(scheme + "://127.0.0.1:" + origin.port() + "/?ticket=t");
        return bodyless("GET", uri, Timeouts.call(LONG, LONG), new HttpHeader("Authorization", "Bearer k3y"));
    }

    private void use(RawServer proxy, @Nullable String user) throws Exception {
        restart(HttpSettings.builder()
                .tls(new HttpSettings.Tls(certificates.trusting(), null))
                .proxy(new HttpSettings.Proxy("127.0.0.1", proxy.port(), user, user == null ? null : "sesame")));
    }

    private static void tunnel(RawServer.Peer peer, boolean login) throws Exception {
        while (peer.readHead()) {
            String head = peer.lastHead();
            if (login && !head.toLowerCase(Locale.ROOT).contains("proxy-authorization")) {
                peer.send(CHALLENGE);
                continue;
            }
            int port = Integer.parseInt(head.substring(head.indexOf(':') + 1, head.indexOf(' ', 8)));
            try (Socket origin = new Socket(InetAddress.getLoopbackAddress(), port)) {
                peer.send("HTTP/1.1 200 Connected\r\n\r\n");
                CompletableFuture<Void> back = CompletableFuture.runAsync(() -> pump(origin, peer.socket));
                pump(peer.socket, origin);
                back.join();
            }
            return;
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        }
    }
}
