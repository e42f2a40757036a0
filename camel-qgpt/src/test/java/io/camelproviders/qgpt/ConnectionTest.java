/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.testkit.Certificates;
import io.camelproviders.testkit.Request;
import java.nio.file.Path;
import javax.net.ssl.HostnameVerifier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are not found on this machine: behind TLS, behind a proxy. Calls and sockets go the same way. */
@SuppressWarnings("NullAway") // A null where none should be fails the test.
class ConnectionTest {

    private static Certificates ours;
    private static Certificates stranger;

    private final QgptTestSupport rig = new QgptTestSupport();

    @BeforeAll
    static void certificates(@TempDir Path folder) throws Exception {
        ours = new Certificates(folder, "ip:127.0.0.1");
        stranger = new Certificates(folder, "dns:elsewhere.invalid");
    }

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    private void trust(Certificates certificates) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + certificates.keyStore());
        store.setPassword(certificates.password());
        store.setType("PKCS12");
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters tls = new SSLContextParameters();
        tls.setTrustManagers(trust);
        rig.context.getRegistry().bind("tls", tls);
    }

    private static String https(ProxyFrontend front) {
        return "?sslContextParameters=#tls&baseUrl=https://127.0.0.1:" + front.port();
    }

    @Test
    void callsAndSocketsAreEncryptedForAnHttpsServer() throws Exception {
        // given
        trust(ours);
        try (ProxyFrontend front = ProxyFrontend.tls(ours, rig.server.port())) {
            rig.routes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("qgpt:conversations/stream" + https(front)).to("mock:changes");
                }
            });

            // when
            Exchange called = rig.send("qgpt:question" + https(front), "Why?");
            Exchange streamed = rig.send("qgpt:stream" + https(front), "Why?");

            // then
            assertThat(called.getException()).isNull();
            assertThat(streamed.getMessage().getBody()).isEqualTo("You asked: Why?");
            QgptTestSupport.await(() -> rig.server.watchers().size() == 1);
            assertThat(rig.server.journal().all())
                    .extracting(Request::path)
                    .contains("/qgpt/question", "/qgpt/stream", "/conversations/stream/identifiers");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCertificateThatIsUnknownOrHasAnotherNameIsRefusedByCallsAndSockets(boolean known) throws Exception {
        // given
        trust(known ? stranger : ours);
        rig.component.getConfiguration().setConnectTimeout(3_000);
        try (ProxyFrontend front = ProxyFrontend.tls(stranger, rig.server.port())) {

            // when
            Exchange called = rig.send("qgpt:question" + https(front), "Why?");
            Exchange streamed = rig.send("qgpt:stream" + https(front), "Why?");

            // then
            assertThat(called.getException())
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining("TLS");
            assertThat(streamed.getException())
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining("nothing was sent")
                    .hasMessageContaining("no TLS connection with 127.0.0.1:" + front.port())
                    .hasMessageContaining("sslContextParameters");
            assertThat(rig.server.journal().all()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aProxyCarriesCallsAndSockets(boolean encrypted) throws Exception {
        // given
        trust(ours);
        try (ProxyFrontend proxy = ProxyFrontend.proxy();
                ProxyFrontend tls = ProxyFrontend.tls(ours, rig.server.port())) {
            int port = encrypted ? tls.port() : rig.server.port();
            String options = (encrypted ? https(tls) : "?baseUrl=" + rig.server.baseUrl())
                    + "&proxyHost=127.0.0.1&proxyPort=" + proxy.port();

            // when
            Exchange called = rig.send("qgpt:question" + options, "Why?");
            Exchange streamed = rig.send("qgpt:stream" + options, "Why?");

            // then
            assertThat(called.getException()).isNull();
            assertThat(streamed.getMessage().getBody()).isEqualTo("You asked: Why?");
            String tunnel = "CONNECT 127.0.0.1:" + port + " HTTP/1.1";
            assertThat(proxy.asked)
                    .containsExactly(
                            encrypted ? tunnel : "POST http://127.0.0.1:" + port + "/qgpt/question HTTP/1.1", tunnel);
        }
    }

    @Test
    void aServerThatIsReachedInAnotherWayHasASocketOfItsOwn() throws Exception {
        // given
        try (ProxyFrontend proxy = ProxyFrontend.proxy()) {
            rig.send("qgpt:stream?baseUrl=" + rig.server.baseUrl(), "direct");

            // when
            rig.send(
                    "qgpt:stream?baseUrl=" + rig.server.baseUrl() + "&proxyHost=127.0.0.1&proxyPort=" + proxy.port(),
                    "by proxy");

            // then
            assertThat(rig.server.sockets()).hasSize(2);
            assertThat(proxy.asked).hasSize(1);
        }
    }

    @Test
    void whatASocketCannotDoIsRefusedAtTheStart() {
        // given
        HostnameVerifier anyName = (host, session) -> true;
        rig.context.getRegistry().bind("anyName", anyName);

        // when, then
        assertThatThrownBy(() -> rig.context.getEndpoint("qgpt:stream?proxyHost=proxy&proxyPort=8080"))
                .hasStackTraceContaining("baseUrl must be set too");
        assertThatThrownBy(() -> rig.context.getEndpoint("qgpt:stream?baseUrl=https://pieces.example.org"
                        + "&proxyHost=proxy&proxyPort=8080&proxyAuthUsername=joe"))
                .hasStackTraceContaining("cannot log in to a proxy");
        assertThatThrownBy(() -> rig.context.getEndpoint("qgpt:conversations/stream"
                        + "?baseUrl=https://pieces.example.org&x509HostnameVerifier=#anyName"))
                .hasStackTraceContaining("always checks the names");
        assertThat(rig.context.getEndpoint("qgpt:question?baseUrl=https://pieces.example.org"
                        + "&proxyHost=proxy&proxyPort=8080&proxyAuthUsername=joe&x509HostnameVerifier=#anyName"))
                .isNotNull();
    }
}
