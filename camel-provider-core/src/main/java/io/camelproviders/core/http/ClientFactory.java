/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Sets the client library up so that it does nothing of its own accord: no retries, redirects, cookies, log-ins. */
final class ClientFactory {

    /** Below the idle limit of common load balancers (60 s), so that a kept connection is rarely a dying one. */
    private static final Duration KEEP_IDLE = Duration.ofSeconds(50);

    private static final int MOST_LINE = 16 * 1024;

    private ClientFactory() {}

    static PoolingAsyncClientConnectionManager pool(HttpSettings settings, TlsStrategy tls, int most) {
        ConnectionConfig.Builder connections = ConnectionConfig.custom().setSocketTimeout(Timeout.DISABLED);
        Duration life = settings.connectionTimeToLive();
        if (life != null) {
            connections.setTimeToLive(TimeValue.of(life));
        }
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(tls)
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setMaxConnTotal(most)
                .setMaxConnPerRoute(most)
                .setDefaultConnectionConfig(connections.build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setSupportedProtocols(TLS.V_1_2, TLS.V_1_3)
                        .build())
                .build();
    }

    static TlsStrategy tls(HttpSettings.Tls tls) {
        ClientTlsStrategyBuilder strategy = ClientTlsStrategyBuilder.create()
                .setSslContext(tls.context() == null ? SSLContexts.createSystemDefault() : tls.context())
                .setTlsVersions(TLS.V_1_2, TLS.V_1_3);
        // The library's default leaves the check to the TLS engine, but the asynchronous client of 5.5.1 sets the
        // engine
        // up before it asks for the check, so that none takes place. BOTH checks by the library's own verifier too.
        strategy.setHostVerificationPolicy(HostnameVerificationPolicy.BOTH);
        if (tls.hostnameVerifier() != null) {
            strategy.setHostnameVerifier(tls.hostnameVerifier());
            strategy.setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT);
        }
        return strategy.buildAsync();
    }

    static CloseableHttpAsyncClient client(
            HttpSettings settings, CallAndStreamConnectionManager pools, ThreadFactory threads) {
        HttpSettings.Proxy proxy = settings.proxy();
        boolean proxyLogin = proxy != null && proxy.user() != null;
        HttpAsyncClientBuilder builder = HttpAsyncClientBuilder.create()
                .setConnectionManager(pools)
                .setThreadFactory(threads)
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(settings.ioThreads())
                        .setSoTimeout(Timeout.DISABLED)
                        .setSoKeepAlive(true)
                        .setTcpNoDelay(true)
                        .build())
                .setIoSessionDecorator(FairReadSession::decorate)
                .setHttp1Config(Http1Config.custom()
                        .setInitialWindowSize(StreamConnection.INITIAL_CREDIT)
                        .setMaxLineLength(Math.min(settings.limits().maxHeadBytes(), MOST_LINE))
                        .setMaxHeaderCount(settings.limits().maxHeaders())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.DISABLED)
                        .setConnectionKeepAlive(TimeValue.of(KEEP_IDLE))
                        .setAuthenticationEnabled(proxyLogin)
                        .setRedirectsEnabled(false)
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setHardCancellationEnabled(true)
                        .build())
                .setUserAgent(settings.userAgent())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableConnectionState()
                .addExecInterceptorBefore(
                        ChainElement.MAIN_TRANSPORT.name(), "sending", (request, body, scope, chain, callback) -> {
                            HttpCall.of(scope.clientContext).sending(scope.execRuntime);
                            chain.proceed(request, body, scope, callback);
                        });
        if (proxy != null) {
            builder.setProxy(new HttpHost("http", proxy.host(), proxy.port()));
        }
        if (proxy != null && proxyLogin) {
            builder.setDefaultCredentialsProvider(login(proxy));
        }
        return builder.build();
    }

    /** Answers the proxy only; an origin that asks for a log-in gets none. */
    private static BasicCredentialsProvider login(HttpSettings.Proxy proxy) {
        BasicCredentialsProvider provider = new BasicCredentialsProvider();
        String password = proxy.password() == null ? "" : proxy.password();
        provider.setCredentials(
                new AuthScope(proxy.host(), proxy.port()),
                new UsernamePasswordCredentials(proxy.user(), password.toCharArray()));
        return provider;
    }
}
