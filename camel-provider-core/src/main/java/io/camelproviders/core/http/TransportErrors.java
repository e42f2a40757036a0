/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.TransportException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/**
 * Words for what can go wrong with one request: which host and port, what happened, what to do. Never its path, query,
 * headers or body.
 */
final class TransportErrors {

    private final HttpRequest request;
    private final String peer;

    TransportErrors(HttpRequest request, HttpSettings.@Nullable Proxy proxy) {
        this.request = request;
        this.peer = peer(request) + (proxy == null ? "" : " (through the proxy " + proxy + ")");
    }

    /** What the client library reports, in our words. */
    ProviderException of(Throwable cause, boolean sent) {
        if (cause instanceof ProviderException known) {
            return known;
        }
        if (cause instanceof MessageConstraintException) {
            return limit("the head of the answer is too long or has too many fields; check baseUrl");
        }
        if (isOutOfDescriptors(cause)) {
            return broken(
                    "no file descriptor is left for a connection to " + peer
                            + "; raise the limit of the process (ulimit -n), or lower maxStreams and maxConnections",
                    false,
                    cause);
        }
        if (cause instanceof ConnectTimeoutException) {
            return notConnected();
        }
        if (cause instanceof ConnectionRequestTimeoutException || cause instanceof SocketTimeoutException) {
            return timeout(peer + " did not answer in time; check the network and the provider's status", sent, cause);
        }
        if (cause instanceof UnknownHostException) {
            return broken("the host of " + peer + " is unknown; check baseUrl and DNS", false, cause);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return broken("cannot connect to " + peer + "; check baseUrl, proxy and network", false, cause);
        }
        if (cause instanceof SSLException) {
            String reason = LogText.oneLine(String.valueOf(cause.getMessage()), 200);
            return new TransportException(
                    details(
                            "no TLS connection with " + peer + ": " + reason
                                    + "; check the certificate and sslContextParameters",
                            sent,
                            false),
                    cause);
        }
        if (cause instanceof CancellationException) {
            return aborted("the request was called off");
        }
        return inMidAnswer(cause, sent);
    }

    /** The JDK has no type for EMFILE and ENFILE; the texts are those of the C library and of Windows. */
    static boolean isOutOfDescriptors(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        return cause instanceof IOException
                && (text.contains("Too many open files")
                        || text.contains("No file descriptors available")
                        || text.contains("Too many open sockets"));
    }

    private ProviderException inMidAnswer(Throwable cause, boolean sent) {
        if (cause instanceof ConnectionClosedException) {
            return broken(peer + " closed the connection before its answer was complete", sent, cause);
        }
        if (cause instanceof HttpException) {
            // Without its cause, whose message repeats what the peer said, control characters and all.
            return broken(
                    peer + " does not speak proper HTTP/1.1 ("
                            + cause.getClass().getSimpleName() + "); check baseUrl and proxy",
                    sent,
                    null);
        }
        if (cause instanceof IOException) {
            return broken("the connection to " + peer + " broke", sent, cause);
        }
        return broken(
                "the exchange with " + peer + " failed (" + cause.getClass().getSimpleName() + ")", sent, cause);
    }

    TransportException broken(String message, boolean sent, @Nullable Throwable cause) {
        return new TransportException(details(message, sent, true), cause);
    }

    ProviderTimeoutException notConnected() {
        return timeout(
                late(
                        "no connection to " + peer,
                        request.timeouts().connect(),
                        "check the network, or raise connectTimeout"),
                false,
                null);
    }

    ProviderTimeoutException noHead(boolean sent) {
        return timeout(
                late(
                        "no answer from " + peer,
                        request.timeouts().head(),
                        "check the provider's status, or raise requestTimeout"),
                sent,
                null);
    }

    ProviderTimeoutException notComplete(boolean sent, Duration allowed) {
        return timeout(
                late(
                        "no complete answer from " + peer,
                        allowed,
                        "check the provider's status, or raise requestTimeout"),
                sent,
                null);
    }

    ProviderTimeoutException nothingCame() {
        return timeout(
                late(
                        "no data on the stream of " + peer,
                        request.timeouts().firstByte(),
                        "raise firstChunkTimeout if the provider needs longer"),
                true,
                null);
    }

    ProviderTimeoutException wentQuiet() {
        return timeout(
                late(
                        "the stream of " + peer + " went quiet",
                        request.timeouts().idle(),
                        "raise readIdleTimeout if such silence is normal"),
                true,
                null);
    }

    AbortedException aborted(String message) {
        return new AbortedException(details(message, true, false));
    }

    LimitExceededException limit(String message) {
        return new LimitExceededException(details(message, true, false));
    }

    DecodeException compressed(String coding) {
        return new DecodeException(details(
                peer + " sent a compressed answer (" + LogText.oneLine(coding, 40) + ") though none was asked for",
                true,
                false));
    }

    InvalidRequestException invalid(String message) {
        return new InvalidRequestException(named(message).build());
    }

    private ProviderTimeoutException timeout(String message, boolean sent, @Nullable Throwable cause) {
        return new ProviderTimeoutException(details(message, sent, true), cause);
    }

    private static String late(String what, @Nullable Duration allowed, String advice) {
        return what + " within " + (allowed == null ? 0 : allowed.toMillis()) + " ms; " + advice;
    }

    private ErrorDetails details(String message, boolean sent, boolean retryable) {
        return named(message)
                .retryable(retryable)
                .attempts(1)
                .extra(Map.of(TransportException.SENT, sent))
                .build();
    }

    private ErrorDetails.Builder named(String message) {
        int colon = request.label().indexOf(':');
        return ErrorDetails.builder(message)
                .provider(colon < 0 ? request.label() : request.label().substring(0, colon))
                .operation(colon < 0 ? "" : request.label().substring(colon + 1));
    }

    private static String peer(HttpRequest request) {
        int port = request.uri().getPort();
        boolean secure = "https".equalsIgnoreCase(request.uri().getScheme());
        return request.uri().getHost() + ":" + (port >= 0 ? port : secure ? 443 : 80);
    }
}
