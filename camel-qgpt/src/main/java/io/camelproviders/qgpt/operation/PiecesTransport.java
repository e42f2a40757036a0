/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests that are addressed to {@link #SOMEWHERE} to wherever the server is found, and has it looked for again
 * when it refuses or breaks off. A server that was restarted has another port: a request of which nothing was sent goes
 * to the place that is found then, once. Requests to other addresses pass unchanged.
 */
public final class PiecesTransport implements HttpTransport {

    /** Stands for the server until it is found. */
    public static final String SOMEWHERE = "http://localhost:65535/pieces-os-wherever-it-is";

    private final HttpTransport next;
    private final PiecesLocator locator;

    public PiecesTransport(HttpTransport next, PiecesLocator locator) {
        this.next = next;
        this.locator = locator;
    }

    @Override
    public CompletableFuture<HttpResponse> call(HttpRequest request) {
        if (!request.uri().toString().startsWith(SOMEWHERE)) {
            return next.call(request);
        }
        CompletableFuture<HttpResponse> answer = new CompletableFuture<>();
        locateAndSend(request, answer, true);
        return answer;
    }

    private void locateAndSend(HttpRequest request, CompletableFuture<HttpResponse> answer, boolean again) {
        CompletableFuture<?> unused = locator.locate().whenComplete((server, thrown) -> {
            if (server == null) {
                answer.completeExceptionally(root(thrown));
            } else if (!answer.isDone()) {
                send(request, server, answer, again);
            }
        });
    }

    /** No operation of Pieces OS streams over HTTP. */
    @Override
    public StreamConnection open(HttpRequest request, StreamListener listener) {
        return next.open(request, listener);
    }

    private void send(HttpRequest request, PiecesServer server, CompletableFuture<HttpResponse> answer, boolean again) {
        CompletableFuture<HttpResponse> under = next.call(at(request, server));
        CompletableFuture<?> unused = under.whenComplete((response, thrown) -> {
            if (thrown == null) {
                answer.complete(response);
                return;
            }
            Throwable cause = root(thrown);
            if (broken(cause)) {
                locator.lost(server);
            }
            if (again && refused(cause) && server.source() != PiecesServer.Source.BASE_URL) {
                locateAndSend(request, answer, false);
            } else {
                answer.completeExceptionally(cause);
            }
        });
        CompletableFuture<?> unusedToo = answer.whenComplete((response, thrown) -> under.cancel(true));
    }

    private static HttpRequest at(HttpRequest request, PiecesServer server) {
        String rest = request.uri().toString().substring(SOMEWHERE.length());
        return request.at(URI.create(server.base() + rest));
    }

    /** Refused or reset: looking for the server is cheap, and it may have moved. A slow answer is no loss. */
    private static boolean broken(Throwable cause) {
        return cause instanceof TransportException
                && !(cause instanceof ProviderTimeoutException)
                && !(cause instanceof AbortedException);
    }

    private static boolean refused(Throwable cause) {
        return broken(cause) && cause instanceof TransportException failure && failure.nothingSent();
    }

    private static Throwable root(@Nullable Throwable thrown) {
        if (thrown instanceof CompletionException && thrown.getCause() instanceof ProviderException cause) {
            return cause;
        }
        return thrown == null ? new IllegalStateException("neither answer nor failure") : thrown;
    }
}
