/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.http;

import io.camelproviders.common.retry.Sleeper;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * WebSockets on the client of the JDK: HTTP/1.1, no redirects, no compression, threads handed in. The JDK keeps one
 * selector thread per transport; it ends when the transport is no longer reachable and its sockets are closed.
 */
public final class JdkWebSocketTransport implements WebSocketTransport {

    private final HttpClient client;
    private final Sleeper sleeper;

    /**
     * @param executor runs the callbacks; a bounded pool of the owner's, at least one thread
     * @param sleeper for pings and the deadline of closing
     * @param tls for {@code wss}; null for the JDK's default
     */
    public JdkWebSocketTransport(Executor executor, Sleeper sleeper, @Nullable SSLContext tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(executor);
        this.client = (tls == null ? builder : builder.sslContext(tls)).build();
        this.sleeper = sleeper;
    }

    @Override
    public WebSocketConnection connect(WebSocketRequest request, WebSocketListener listener) {
        JdkWebSocketConnection connection = new JdkWebSocketConnection(request, listener, sleeper);
        WebSocket.Builder handshake = client.newWebSocketBuilder().connectTimeout(request.connectTimeout());
        request.headers().forEach(header -> handshake.header(header.name(), header.value()));
        connection.begin(handshake);
        return connection;
    }
}
