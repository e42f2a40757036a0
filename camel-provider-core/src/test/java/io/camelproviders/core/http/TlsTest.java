/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.testkit.Certificates;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest extends TransportTest {

    private static Certificates ours;
    private static Certificates stranger;
    private static Certificates expired;

    @BeforeAll
    static void certificates(@TempDir Path folder) throws Exception {
        ours = new Certificates(folder, "ip:127.0.0.1");
        stranger = new Certificates(folder, "dns:elsewhere.invalid");
        expired = Certificates.expired(folder, "ip:127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void callsOverModernTls(String protocol) throws Exception {
        trust(ours);
        try (RawServer server = tls(ours, protocol, OK)) {
            assertThat(answer(transport.call(get(https(server)))).status()).isEqualTo(200);
        }
    }

    @Test
    void refusesACertificateItDoesNotTrust() throws Exception {
        trust(stranger);
        try (RawServer server = tls(ours, "TLSv1.3", OK)) {
            ProviderException failure = failure(transport.call(get(https(server))));

            assertThat(failure).isInstanceOf(TransportException.class).hasMessageContaining("TLS");
            assertThat(failure.retryable()).isFalse();
            assertThat(((TransportException) failure).nothingSent()).isTrue();
            assertThat(server.heads).isEmpty();
            await().until(() -> transport.stats().leased() == 0);
        }
    }

    @Test
    void refusesACertificateForAnotherHost() throws Exception {
        refuses(stranger);
    }

    @Test
    void refusesACertificateThatHasExpired() throws Exception {
        refuses(expired);
    }

    private void refuses(Certificates trusted) throws Exception {
        trust(trusted);
        try (RawServer server = tls(trusted, "TLSv1.3", OK)) {
            ProviderException failure = failure(transport.call(get(https(server))));

            assertThat(failure).isInstanceOf(TransportException.class);
            assertThat(failure.retryable()).isFalse();
            assertThat(server.heads).isEmpty();
        }
    }

    @Test
    void offersNoOldTlsAndRefusesAServerThatKnowsNothingElse() throws Exception {
        CompletableFuture<List<Integer>> offered = new CompletableFuture<>();
        try (RawServer server = new RawServer(peer -> {
            offered.complete(versions(new DataInputStream(peer.in)));
            // A TLS 1.1 alert: protocol version.
            peer.out.write(new byte[] {21, 3, 2, 0, 2, 2, 70});
            peer.out.flush();
        })) {
            ProviderException failure = failure(transport.call(get(https(server))));

            assertThat(offered.get(20, TimeUnit.SECONDS)).containsExactlyInAnyOrder(0x0303, 0x0304);
            assertThat(failure).isInstanceOf(TransportException.class);
        }
    }

    /** The versions that a ClientHello offers (RFC 8446, section 4.2.1). */
    private static List<Integer> versions(DataInputStream in) throws IOException {
        in.skipNBytes(5 + 4 + 2 + 32);
        in.skipNBytes(in.readUnsignedByte());
        in.skipNBytes(in.readUnsignedShort());
        in.skipNBytes(in.readUnsignedByte());
        int left = in.readUnsignedShort();
        while (left > 0) {
            int type = in.readUnsignedShort();
            byte[] extension = new byte[in.readUnsignedShort()];
            in.readFully(extension);
            left -= 4 + extension.length;
            if (type == 43) {
                List<Integer> versions = new ArrayList<>();
                for (int i = 1; i < extension.length; i += 2) {
                    versions.add(((extension[i] & 0xff) << 8) | (extension[i + 1] & 0xff));
                }
                return versions;
            }
        }
        return List.of();
    }

    @Test
    void leavesTheNameToAVerifierThatWasHandedIn() throws Exception {
        restart(HttpSettings.builder()
                .tls(new HttpSettings.Tls(stranger.trusting(), (String host, SSLSession session) -> true)));
        try (RawServer server = tls(stranger, "TLSv1.3", OK)) {
            assertThat(answer(transport.call(get(https(server)))).status()).isEqualTo(200);
        }
    }

    @Test
    void endsWhenTheHandshakeStalls() throws Exception {
        trust(ours);
        try (RawServer server = new RawServer(RawServer.Peer::awaitClientGone)) {
            ProviderException failure =
                    failure(transport.call(bodyless("GET", https(server), Timeouts.call(SHORT, LONG))));

            assertThat(failure).isInstanceOf(TransportException.class);
            assertThat(((TransportException) failure).nothingSent()).isTrue();
            assertThat(server.clientGone()).isTrue();
            await().until(() -> transport.stats().leased() == 0);
        }
    }

    @Test
    void abortingInTheHandshakeClosesTheSocketAndFreesItsPlace() throws Exception {
        restart(HttpSettings.builder().maxStreams(1).tls(new HttpSettings.Tls(ours.trusting(), null)));
        RecordingListener listener = new RecordingListener();
        RecordingListener next = new RecordingListener();
        try (RawServer silent = new RawServer(RawServer.Peer::awaitClientGone);
                RawServer server = tls(ours, "TLSv1.3", OK)) {
            StreamConnection connection = transport.open(stream(https(silent)), listener);
            await().until(() -> silent.connections.get() == 1);

            connection.abort();

            assertThat(silent.clientGone()).isTrue();
            transport.open(stream(https(server)), next);
            assertThat(next.awaitEnd()).isInstanceOf(HttpResponse.class);
        }
    }

    @Test
    void creditHoldsOverTls() throws Exception {
        trust(ours);
        RecordingListener listener = new RecordingListener();
        byte[] content = new byte[4 * 1024 * 1024];
        new Random(9).nextBytes(content);
        try (RawServer server = new RawServer(ours.serverSocket("TLSv1.3"), peer -> {
            peer.readHead();
            peer.send(STREAM);
            for (int at = 0; at < content.length; at += 512) {
                peer.chunk(java.util.Arrays.copyOfRange(content, at, at + 512));
            }
            peer.send("0\r\n\r\n");
            peer.awaitClientGone();
        })) {
            StreamConnection connection = transport.open(stream(https(server)), listener);
            await().until(() -> listener.received.get() >= StreamConnection.INITIAL_CREDIT);
            await().during(Duration.ofSeconds(1)).until(() -> listener.received.get() < 150 * 1024);

            connection.grant(content.length);

            assertThat(listener.awaitEnd()).isEqualTo("closed");
            assertThat(listener.body()).isEqualTo(content);
        }
    }

    @Test
    void aStreamCutOverTlsFails() throws Exception {
        trust(ours);
        RecordingListener listener = new RecordingListener();
        try (RawServer server = new RawServer(ours.serverSocket("TLSv1.3"), peer -> {
            peer.readHead();
            peer.send(STREAM + "2\r\nab\r\n");
        })) {
            transport.open(stream(https(server)), listener);

            assertThat(listener.awaitEnd()).isExactlyInstanceOf(TransportException.class);
            assertThat(listener.text()).isEqualTo("ab");
        }
    }

    private void trust(Certificates certificates) throws Exception {
        restart(HttpSettings.builder().tls(new HttpSettings.Tls(certificates.trusting(), null)));
    }

    static RawServer tls(Certificates certificates, String protocol, String answer) throws Exception {
        return new RawServer(certificates.serverSocket(protocol), peer -> {
            while (peer.readHead()) {
                peer.send(answer);
            }
        });
    }

    static URI https(RawServer server) {
        return URI.create("https://127.0.0.1:" + server.port() + "/");
    }
}
