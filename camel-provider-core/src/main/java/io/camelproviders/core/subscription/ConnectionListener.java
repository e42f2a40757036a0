/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.connection.ConnectionCycle;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.http.ResponseHead;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.core.http.StreamListener;
import io.camelproviders.core.http.Timeouts;
import io.camelproviders.core.sse.StreamFormatException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One connection: turns its callbacks into tasks of its attempt, feeds its bytes to the buffer and watches its silence. An attempt
 * that is over ignores what its connection still reports.
 */
final class ConnectionListener implements StreamListener {

    private final SubscriptionContext context;
    private final ConnectionCycle.Attempt attempt;
    private final EventBuffer buffer;
    private final Timeouts timeouts;
    private final Events events;

    // confined to the tasks
    private @Nullable StreamConnection connection;
    private long lastActivity;

    /** What a connection reports, each as a task. */
    interface Events {

        void opened();

        /** Bytes were decoded into the buffer. */
        void received();

        /** An ordinary response came instead of a stream. */
        void refused(HttpResponse response);

        /**
         * The connection is gone.
         *
         * @param expected whether the server closed it properly
         */
        void disconnected(ProviderException cause, boolean expected);
    }

    ConnectionListener(
            SubscriptionContext context,
            ConnectionCycle.Attempt attempt,
            EventBuffer buffer,
            Timeouts timeouts,
            Events events) {
        this.context = context;
        this.attempt = attempt;
        this.buffer = buffer;
        this.timeouts = timeouts;
        this.events = events;
    }

    /** Part of the task that opens. The transport has its own deadline; should it not report the end, the attempt ends all the same. */
    @Override
    public void onConnecting(StreamConnection opening) {
        connection = opening;
        attempt.connecting(opening::abort);
        attempt.schedule(twice(timeouts.head()), this::silent);
    }

    /** A proxy's HTML page with status 200 is no stream (the provider's SDKs take it for an empty one). */
    @Override
    public boolean accepts(ResponseHead head) {
        return head.success() && head.status() != 204 && "text/event-stream".equals(head.mediaType());
    }

    @Override
    public void onOpen(ResponseHead head) {
        attempt.execute(this::begin);
    }

    private void begin() {
        if (connection == null) {
            throw new IllegalStateException("the transport reported a stream before it returned it");
        }
        attempt.opened();
        buffer.connected(connection);
        lastActivity = context.now();
        watch(maxSilence());
        events.opened();
    }

    @Override
    public void onBytes(ByteBuffer chunk) {
        byte[] copy = new byte[chunk.remaining()];
        chunk.get(copy);
        attempt.execute(() -> decode(copy));
    }

    /** Decoding runs on the I/O thread unless the subscription is busy: it is short, and handing over would cost more. */
    private void decode(byte[] bytes) {
        lastActivity = context.now();
        try {
            buffer.feed(bytes);
        } catch (StreamFormatException e) {
            events.disconnected(new LimitExceededException(ErrorDetails.of(String.valueOf(e.getMessage())), e), false);
            return;
        }
        events.received();
    }

    @Override
    public void onClose() {
        attempt.execute(() ->
                events.disconnected(new TransportException(ErrorDetails.of("the server closed the stream")), true));
    }

    @Override
    public void onResponse(HttpResponse response) {
        attempt.execute(() -> events.refused(response));
    }

    @Override
    public void onFailure(ProviderException cause) {
        attempt.execute(() -> events.disconnected(cause, false));
    }

    private @Nullable Duration maxSilence() {
        Duration idle = timeouts.idle();
        return idle == null ? null : twice(idle);
    }

    private static Duration twice(Duration limit) {
        return limit.multipliedBy(2);
    }

    private void watch(@Nullable Duration silence) {
        if (silence != null) {
            attempt.schedule(silence, this::checkSilence);
        }
    }

    /** The transport ends a silent stream itself; this ends the one whose end got lost. */
    private void checkSilence() {
        Duration max = maxSilence();
        Duration left = max == null || buffer.full() ? max : max.minusNanos(context.now() - lastActivity);
        if (left == null || left.compareTo(Duration.ZERO) > 0) {
            watch(left);
        } else {
            silent();
        }
    }

    private void silent() {
        events.disconnected(
                new ProviderTimeoutException(ErrorDetails.of("the connection was silent for twice its timeout")),
                false);
    }
}
