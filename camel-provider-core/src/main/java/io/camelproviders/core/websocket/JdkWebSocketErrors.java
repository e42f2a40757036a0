/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.TransportException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The JDK's WebSocket failures in this project's words. */
final class JdkWebSocketErrors {

    private JdkWebSocketErrors() {}

    static ProviderException connecting(WebSocketRequest request, Throwable thrown) {
        Throwable cause = root(thrown);
        if (cause instanceof ProviderException known) {
            return known;
        }
        if (cause instanceof WebSocketHandshakeException refused) {
            return refused(request, refused);
        }
        if (cause instanceof HttpTimeoutException) {
            return new ProviderTimeoutException(
                    details("the WebSocket handshake was not accepted within " + text(request.connectTimeout())
                            + "; is the server running?"),
                    cause);
        }
        if (cause instanceof ConnectException) {
            return new TransportException(details("no connection to " + address(request)), cause);
        }
        SSLException tls = tls(cause);
        if (tls != null) {
            return new TransportException(
                    ErrorDetails.of("no TLS connection with " + address(request) + ": "
                            + LogText.oneLine(String.valueOf(tls.getMessage()), 200)
                            + "; check the certificate and sslContextParameters"),
                    cause);
        }
        return new TransportException(details("the WebSocket could not be opened to " + address(request)), cause);
    }

    private static ProviderException refused(WebSocketRequest request, WebSocketHandshakeException refused) {
        int status = refused.getResponse() == null ? 0 : refused.getResponse().statusCode();
        if (status == 101 || status == 0) {
            return new ProtocolException(
                    ErrorDetails.of("the peer at " + address(request) + " is no WebSocket server"), refused);
        }
        return new HttpStatusException(
                ErrorDetails.builder("the upgrade to a WebSocket was refused by " + address(request)
                                + "; redirects are not followed")
                        .status(status)
                        .retryable(status == 429 || status >= 500)
                        .build(),
                refused);
    }

    static ProviderException open(WebSocketRequest request, Throwable thrown) {
        Throwable cause = root(thrown);
        if (cause instanceof ProviderException known) {
            return known;
        }
        if (cause instanceof java.net.ProtocolException) {
            return new ProtocolException(
                    ErrorDetails.of("the peer broke the WebSocket protocol (RFC 6455); the connection was closed"),
                    cause);
        }
        return new TransportException(details("the connection to " + address(request) + " broke"), cause);
    }

    static ProviderException dropped(WebSocketRequest request) {
        return new TransportException(
                details("the connection to " + address(request) + " ended without a close frame"));
    }

    static ProviderException noPong(WebSocketRequest request) {
        return new ProviderTimeoutException(details(
                "no sign of life within " + text(request.pongTimeout()) + " after a ping; the peer counts as dead"));
    }

    static ProviderException tooLong(WebSocketRequest request) {
        return new LimitExceededException(ErrorDetails.of("a message is longer than " + request.maxMessageBytes()
                + " bytes; raise maxEventBytes if that is meant"));
    }

    static ProviderException notUtf8(Throwable cause) {
        return new ProtocolException(ErrorDetails.of("a binary message is no UTF-8 text"), cause);
    }

    static ProviderException queueFull(WebSocketRequest request) {
        return new LimitExceededException(
                ErrorDetails.builder("more than " + request.maxQueuedSends() + " messages wait to be sent; send slower")
                        .retryable(true)
                        .build());
    }

    static ProviderException closedByUs() {
        return new AbortedException(ErrorDetails.of("the WebSocket was closed by this side"));
    }

    /** The JDK hides it below exceptions of its own. */
    private static @Nullable SSLException tls(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof SSLException found) {
                return found;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static ErrorDetails details(String message) {
        return ErrorDetails.builder(message).retryable(true).build();
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private static String address(WebSocketRequest request) {
        return request.uri().getHost() + ":" + request.uri().getPort();
    }

    private static String text(Duration duration) {
        return duration.toMillis() + " ms";
    }
}
