/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpSettings;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * WebSockets on the client of the JDK: HTTP/1.1, no redirects, no compression, threads handed in; through a proxy by a
 * {@code CONNECT} tunnel, {@code ws} too. What the JVM's system properties say about proxies does not matter. The JDK keeps one
 * selector thread per transport; it ends when the transport is no longer reachable and its sockets are closed.
 */
public final class JdkWebSocketTransport implements WebSocketTransport {

    private final HttpClient client;
    private final Scheduler scheduler;

    /**
     * Without a proxy.
     *
     * @param executor runs the callbacks; a bounded pool of the owner's, at least one thread
     * @param scheduler for pings and the deadline of closing
     * @param tls for {@code wss}; null for the JDK's default
     */
    public JdkWebSocketTransport(Executor executor, Scheduler scheduler, @Nullable SSLContext tls) {
        this(executor, scheduler, tls, null);
    }

    /**
     * @param executor runs the callbacks; a bounded pool of the owner's, at least one thread
     * @param scheduler for pings and the deadline of closing
     * @param tls for {@code wss}; null for the JDK's default. Host names are always checked
     * @param proxy HTTP proxy; null for none
     * @throws IllegalArgumentException if the proxy wants a log-in: the JDK refuses to log in for a tunnel
     */
    public JdkWebSocketTransport(
            Executor executor, Scheduler scheduler, @Nullable SSLContext tls, HttpSettings.@Nullable Proxy proxy) {
        if (proxy != null && proxy.user() != null) {
            throw new IllegalArgumentException("a WebSocket cannot log in to a proxy; leave proxyAuthUsername out");
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(
                        proxy == null
                                ? HttpClient.Builder.NO_PROXY
                                : ProxySelector.of(new InetSocketAddress(proxy.host(), proxy.port())))
                .executor(executor);
        this.client = (tls == null ? builder : builder.sslContext(tls)).build();
        this.scheduler = scheduler;
    }

    @Override
    public WebSocketConnection connect(WebSocketRequest request, WebSocketListener listener) {
        JdkWebSocketConnection connection = new JdkWebSocketConnection(request, listener, scheduler);
        WebSocket.Builder handshake = client.newWebSocketBuilder().connectTimeout(request.connectTimeout());
        request.headers().forEach(header -> handshake.header(header.name(), header.value()));
        connection.begin(handshake);
        return connection;
    }
}
