/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stream that waits for its token before it opens, and opens once more under a new one after a 401. */
final class AuthorizedStream implements StreamConnection {

    private final TokenSource tokens;
    private final StreamListener listener;
    private final Function<String, Function<StreamListener, StreamConnection>> opener;

    /** Guards the fields below; nothing is called under it. */
    private final Object lock = new Object();

    private @Nullable StreamConnection connection;
    /** All that was granted: a second connection gets it again, for the first one brought nothing. */
    private long granted;
    /** Attempts begun. What an older attempt's thread brings late does not count. */
    private int attempt;
    /** Whether a token is being waited for, so that nobody else would tell the listener of its end. */
    private boolean waiting = true;

    private boolean aborted;

    AuthorizedStream(
            TokenSource tokens,
            StreamListener listener,
            Function<String, Function<StreamListener, StreamConnection>> opener) {
        this.tokens = tokens;
        this.listener = listener;
        this.opener = opener;
    }

    void begin() {
        CompletableFuture<?> unused = tokens.token().whenComplete((token, failure) -> open(token, failure, 1));
    }

    @Override
    public void grant(int bytes) {
        StreamConnection current;
        synchronized (lock) {
            current = connection;
            granted += bytes;
        }
        if (current != null) {
            current.grant(bytes);
        }
    }

    @Override
    public void abort() {
        StreamConnection current;
        boolean tell;
        synchronized (lock) {
            current = connection;
            tell = waiting && !aborted;
            aborted = true;
        }
        if (tell) {
            listener.onFailure(closedByUs());
        } else if (current != null) {
            current.abort();
        }
    }

    private void open(@Nullable String token, @Nullable Throwable failure, int number) {
        synchronized (lock) {
            if (aborted) {
                return;
            }
            waiting = false;
            attempt = number;
        }
        if (token == null) {
            listener.onFailure(BearerTransport.failure(failure));
            return;
        }
        try {
            opened(opener.apply(token).apply(number == 1 ? new FirstAttempt(token) : listener), number);
        } catch (ProviderException e) {
            listener.onFailure(e);
        }
    }

    private void opened(StreamConnection made, int number) {
        long owed = 0;
        boolean gone;
        synchronized (lock) {
            // The first attempt may have been refused already, and the second one begun.
            if (attempt == number && !waiting) {
                connection = made;
                owed = granted;
            }
            gone = aborted;
        }
        if (gone) {
            made.abort();
        } else if (owed > 0) {
            made.grant((int) Math.min(owed, Integer.MAX_VALUE));
        }
    }

    private void again(String refused) {
        boolean gone;
        synchronized (lock) {
            connection = null;
            gone = aborted;
            waiting = !gone;
        }
        if (gone) {
            listener.onFailure(closedByUs());
        } else {
            CompletableFuture<?> unused =
                    tokens.after(refused).whenComplete((token, failure) -> open(token, failure, 2));
        }
    }

    private static AbortedException closedByUs() {
        return new AbortedException(ErrorDetails.builder("the stream was closed before it was opened")
                .provider(ChatroutesProtocol.SCHEME)
                .build());
    }

    /** The listener of the first attempt: passes everything on but a 401. */
    private final class FirstAttempt implements StreamListener {
        private final String token;

        FirstAttempt(String token) {
            this.token = token;
        }

        @Override
        public boolean accepts(ResponseHead head) {
            return listener.accepts(head);
        }

        @Override
        public void onOpen(ResponseHead head) {
            listener.onOpen(head);
        }

        @Override
        public void onBytes(ByteBuffer chunk) {
            listener.onBytes(chunk);
        }

        @Override
        public void onClose() {
            listener.onClose();
        }

        @Override
        public void onResponse(HttpResponse response) {
            if (response.status() == 401) {
                again(token);
            } else {
                listener.onResponse(response);
            }
        }

        @Override
        public void onFailure(ProviderException cause) {
            listener.onFailure(cause);
        }
    }
}
