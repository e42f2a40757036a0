/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.concurrent.CancellableFuture;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fills the bearer token into requests that ask for one with the header {@link #MARK}, and sends a request once more
 * under a new token when the service answered 401: an unauthorised request was not processed, so this is safe for
 * writes too. Requests without the mark pass untouched.
 */
public final class BearerTransport implements HttpTransport {

    /** Stands where the token shall stand. */
    public static final HttpHeader MARK = new HttpHeader("Authorization", "Bearer");

    private final HttpTransport inner;
    private final TokenSource tokens;

    public BearerTransport(HttpTransport inner, TokenSource tokens) {
        this.inner = inner;
        this.tokens = tokens;
    }

    @Override
    public CompletableFuture<HttpResponse> call(HttpRequest request) {
        if (!request.headers().contains(MARK)) {
            return inner.call(request);
        }
        CancellableFuture<HttpResponse> answer = new CancellableFuture<>();
        answer.follow(tokens.token().thenCompose(token -> answer.step(inner.call(under(request, token)))
                .thenCompose(response -> response.status() == 401
                        ? tokens.after(token).thenCompose(fresh -> answer.step(inner.call(under(request, fresh))))
                        : CompletableFuture.completedFuture(response))));
        return answer;
    }

    @Override
    public StreamConnection open(HttpRequest request, StreamListener listener) {
        if (!request.headers().contains(MARK)) {
            return inner.open(request, listener);
        }
        AuthorizedStream stream = new AuthorizedStream(tokens, listener, openUnder(request));
        stream.begin();
        return stream;
    }

    private Function<String, Function<StreamListener, StreamConnection>> openUnder(HttpRequest request) {
        return token -> heard -> inner.open(under(request, token), heard);
    }

    @SuppressWarnings("NullAway") // The body may be null; NullAway misses that on the array component of a record.
    private static HttpRequest under(HttpRequest request, String token) {
        List<HttpHeader> headers = request.headers().stream()
                .map(header -> header.equals(MARK) ? new HttpHeader("Authorization", "Bearer " + token) : header)
                .toList();
        return new HttpRequest(
                request.method(),
                request.uri(),
                headers,
                request.body(),
                request.timeouts(),
                request.repeat(),
                request.label());
    }

    /** What a failed token request means to a stream. */
    static ProviderException failure(@Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProviderException known
                ? known
                : new AuthenticationException(
                        ErrorDetails.builder("no bearer token could be had; see the cause")
                                .provider(ChatroutesProtocol.SCHEME)
                                .build(),
                        cause);
    }
}
