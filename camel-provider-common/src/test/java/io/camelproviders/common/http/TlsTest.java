/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.common.error.ProviderException;
import io.camelproviders.common.error.TransportException;
import io.camelproviders.testkit.Certificates;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest extends TransportTest {

    private static Certificates ours;
    private static Certificates stranger;

    @BeforeAll
    static void certificates(@TempDir Path folder) throws Exception {
        ours = new Certificates(folder, "ip:127.0.0.1");
        stranger = new Certificates(folder, "dns:elsewhere.invalid");
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
        trust(stranger);
        try (RawServer server = tls(stranger, "TLSv1.3", OK)) {
            ProviderException failure = failure(transport.call(get(https(server))));

            assertThat(failure).isInstanceOf(TransportException.class);
            assertThat(failure.retryable()).isFalse();
            assertThat(server.heads).isEmpty();
        }
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
                    failure(transport.call(bodyless("GET", https(server), Deadlines.call(SHORT, LONG))));

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

    private static RawServer tls(Certificates certificates, String protocol, String answer) throws Exception {
        return new RawServer(certificates.serverSocket(protocol), peer -> {
            while (peer.readHead()) {
                peer.send(answer);
            }
        });
    }

    private static URI https(RawServer server) {
        return URI.create("https://127.0.0.1:" + server.port() + "/");
    }
}
