/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.connection.ConnectionCycle;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.subscription.SubscriptionState.HealthIssue;
import java.util.concurrent.CompletableFuture;

/**
 * Opens a stream: waits for its turn, and while the key is refused for the key; prepares the request (a ticket); passes it to the
 * transport. Confined to the tasks of its subscription.
 */
final class StreamOpener {

    private static final String FAILURE = "the stream could not be opened";

    private final SubscriptionContext context;
    private final ConnectionCycle cycle;
    private final StreamConnector connector;
    private final EventBuffer buffer;
    private final Events events;

    /** What comes of an attempt, in addition to what its connection reports. */
    interface Events extends ConnectionListener.Events {

        /** The state changes. */
        void moved(StreamState next);

        /** The attempt failed before there was a connection. */
        void notOpened(ProviderException cause, ReconnectDecision decision);
    }

    StreamOpener(
            SubscriptionContext context,
            ConnectionCycle cycle,
            StreamConnector connector,
            EventBuffer buffer,
            Events events) {
        this.context = context;
        this.cycle = cycle;
        this.connector = connector;
        this.buffer = buffer;
        this.events = events;
    }

    /** Starts an attempt as soon as it is this stream's turn. */
    void open() {
        events.moved(StreamState.CONNECTING);
        ConnectionCycle.Attempt attempt = cycle.begin();
        attempt.owns(context.dependencies()
                .pacer()
                .next(() -> attempt.execute(() -> {
                    if (credentials().isClosed()) {
                        awaitKey("waiting until the key is accepted again", this::tryKey);
                    } else {
                        prepare(attempt);
                    }
                })));
    }

    /** Something in front of the provider refused the key. */
    void keyRefused(ProviderException cause) {
        String why = "the key is refused by a response that is not the provider's own: " + cause.getMessage();
        credentials().refused();
        context.reporter().disconnected(why, context.settings().reconnect().maxDelay(), false);
        awaitKey(why, this::tryKey);
    }

    /** The same for the look-up of the offset to start at, which {@code next} repeats. */
    void keyRefused(String why, Runnable next) {
        credentials().refused();
        awaitKey(why, next);
    }

    /** All streams that use the key wait for one of them to get through. */
    private void awaitKey(String why, Runnable next) {
        context.state().issue(HealthIssue.CONNECTION, why, true);
        if (!context.state().is(StreamState.STARTING)) {
            events.moved(StreamState.BACKOFF);
        }
        ConnectionCycle.Attempt pause = cycle.begin();
        pause.owns(credentials().await(() -> pause.execute(next)));
    }

    private void tryKey() {
        events.moved(StreamState.CONNECTING);
        prepare(cycle.begin());
    }

    private void prepare(ConnectionCycle.Attempt attempt) {
        StreamOffset after = buffer.received();
        if (after == null) {
            throw new IllegalStateException("a stream connects only from an offset");
        }
        CompletableFuture<HttpRequest> request = Futures.call(() -> connector.prepare(after));
        attempt.await(request, context.settings().bounds().handshake(), FAILURE, (ready, failure) -> {
            if (ready != null) {
                credentials().accepted();
                connect(attempt, ready);
            } else if (failure != null) {
                notPrepared(failure);
            }
        });
    }

    private void notPrepared(ProviderException cause) {
        ReconnectDecision decision =
                ReconnectDecision.ofHandshake(cause, context.settings().retryOnAuthFailure());
        if (decision != ReconnectDecision.WHEN_KEY_ACCEPTED) {
            credentials().accepted();
        }
        events.notOpened(cause, decision);
    }

    private void connect(ConnectionCycle.Attempt attempt, HttpRequest request) {
        ConnectionListener listener = new ConnectionListener(context, attempt, buffer, request.timeouts(), events);
        try {
            context.dependencies().transport().open(request, listener);
        } catch (RuntimeException e) {
            events.notOpened(ConnectionCycle.failure(e, FAILURE), ReconnectDecision.LATER);
        }
    }

    /** The response that came instead of a stream as an exception. */
    ProviderException fault(HttpResponse response) {
        try {
            return connector.fault(response);
        } catch (RuntimeException e) {
            return ConnectionCycle.failure(e, "the error response could not be read");
        }
    }

    private CredentialGate credentials() {
        return context.dependencies().credentials();
    }
}
