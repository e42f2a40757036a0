/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.retry.Backoff;
import io.camelproviders.core.websocket.WebSocketConnection;
import io.camelproviders.core.websocket.WebSocketListener;
import io.camelproviders.core.websocket.WebSocketRequest;
import io.camelproviders.qgpt.operation.PiecesServer;
import io.camelproviders.qgpt.stream.SocketHealth.State;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one WebSocket of Pieces OS alive: find the server, connect, listen; after a loss wait, find it again, connect.
 * States: IDLE to CONNECTING by {@link #start}; CONNECTING to OPEN or RECONNECTING; OPEN to RECONNECTING by a loss;
 * RECONNECTING to CONNECTING by the timer; any to CLOSED by {@link #stop}. All methods but {@link #health} are steps of the
 * owner's {@link SerialExecutor}.
 */
final class SocketLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SocketLifecycle.class);

    /** A connection that lasted so long was healthy, even if nothing was said on it. */
    private static final Duration HEALTHY = Duration.ofSeconds(60);

    /** What the link tells its owner, in the owner's steps. */
    interface Owner {
        void up();

        void message(String text);

        void down(ProviderException cause);
    }

    // configuration
    private final SocketDependencies wiring;
    private final SocketSettings settings;
    private final SerialExecutor steps;
    private final String path;
    private final String label;
    private final Owner owner;

    // confined to the steps
    private Backoff backoff;
    private @Nullable WebSocketConnection connection;
    private Scheduler.@Nullable Scheduled reconnect;
    private long openedAt;
    private boolean outage;

    /** Tells apart the callbacks of this attempt from those of earlier ones. */
    private long attempt;

    // written by the steps, read by health
    private volatile State state = State.IDLE;
    private volatile Instant since;
    private volatile @Nullable PiecesServer server;
    private volatile @Nullable ProviderException lastFailure;
    private volatile @Nullable ProviderException lastError;
    private final AtomicLong attempts = new AtomicLong();
    private final AtomicLong connects = new AtomicLong();

    SocketLifecycle(
            SocketDependencies wiring, SocketSettings settings, SerialExecutor steps, String path, Owner owner) {
        this.wiring = wiring;
        this.settings = settings;
        this.steps = steps;
        this.path = path;
        this.label = "qgpt:" + path.substring(1);
        this.owner = owner;
        this.backoff = settings.reconnect();
        this.since = wiring.clock().instant();
    }

    boolean open() {
        return state == State.OPEN;
    }

    @Nullable
    ProviderException lastFailure() {
        return lastFailure;
    }

    void start() {
        if (state == State.IDLE) {
            connect();
        }
    }

    CompletableFuture<Void> send(String text) {
        WebSocketConnection open = connection;
        return open == null || state != State.OPEN
                ? CompletableFuture.failedFuture(QgptErrors.dropped("it is not open"))
                : open.send(text);
    }

    void request(long messages) {
        if (connection != null) {
            connection.request(messages);
        }
    }

    /** For good; what was sent before still goes out. */
    void stop() {
        if (state == State.CLOSED) {
            return;
        }
        move(State.CLOSED);
        attempt++;
        if (reconnect != null) {
            reconnect.cancel();
        }
        if (connection != null) {
            connection.close(1000, "");
            connection = null;
        }
    }

    private void connect() {
        move(State.CONNECTING);
        attempts.incrementAndGet();
        long mine = ++attempt;
        CompletableFuture<?> unused = wiring.locator()
                .locate()
                .whenComplete((found, thrown) -> steps.execute(() -> located(mine, found, thrown)));
    }

    private void located(long mine, @Nullable PiecesServer found, @Nullable Throwable thrown) {
        if (mine != attempt) {
            return;
        }
        if (found == null) {
            lost(mine, cause(thrown));
            return;
        }
        server = found;
        WebSocketRequest request = WebSocketRequest.of(found.webSocket(path), label, settings.connectTimeout())
                .withPings(settings.pingInterval(), settings.pongTimeout())
                .withLimits(settings.sizes().maxMessageBytes(), settings.sizes().maxWaiting());
        connection = wiring.sockets().connect(request, new Ear(mine));
    }

    private void opened(long mine) {
        if (mine != attempt) {
            return;
        }
        move(State.OPEN);
        connects.incrementAndGet();
        openedAt = wiring.scheduler().nanoTime();
        if (outage) {
            LOG.info("{} is connected again", label);
        }
        outage = false;
        lastFailure = null;
        owner.up();
    }

    private void message(long mine, String text) {
        if (mine == attempt) {
            backoff = settings.reconnect();
            owner.message(text);
        }
    }

    private void lost(long mine, ProviderException cause) {
        if (mine != attempt) {
            return;
        }
        attempt++;
        connection = null;
        lastFailure = cause;
        lastError = cause;
        boolean wasOpen = state == State.OPEN;
        if (wasOpen && wiring.scheduler().nanoTime() - openedAt >= HEALTHY.toNanos()) {
            backoff = settings.reconnect();
        }
        if (server != null) {
            wiring.locator().lost(server);
        }
        if (!outage) {
            outage = true;
            LOG.warn("{} lost: {}; trying again in the background", label, cause.getMessage());
        }
        move(State.RECONNECTING);
        Duration delay = backoff.delay();
        backoff = backoff.next();
        reconnect = wiring.scheduler().schedule(delay, () -> steps.execute(this::reconnect));
        if (wasOpen) {
            owner.down(cause);
        }
    }

    private void reconnect() {
        if (state == State.RECONNECTING) {
            connect();
        }
    }

    private void move(State to) {
        boolean sameOutage = away(state) && away(to);
        state = to;
        if (!sameOutage) {
            since = wiring.clock().instant();
        }
    }

    private static boolean away(State at) {
        return at == State.CONNECTING || at == State.RECONNECTING;
    }

    SocketHealth health(SocketHealth.Counters counters) {
        return new SocketHealth(
                state, since, server, text(lastFailure), text(lastError), connects.get(), attempts.get(), counters);
    }

    private static @Nullable String text(@Nullable ProviderException failure) {
        return failure == null ? null : failure.getMessage();
    }

    private static ProviderException cause(@Nullable Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof ProviderException known
                ? known
                : new TransportException(
                        QgptErrors.details("the server could not be looked for").build(), cause);
    }

    /** One attempt's ear: brings everything into the owner's steps. */
    private final class Ear implements WebSocketListener {

        private final long mine;

        Ear(long mine) {
            this.mine = mine;
        }

        @Override
        public void opened() {
            steps.execute(() -> SocketLifecycle.this.opened(mine));
        }

        @Override
        public void message(String text) {
            steps.execute(() -> SocketLifecycle.this.message(mine, text));
        }

        @Override
        public void closed(int code, String reason) {
            steps.execute(() -> lost(mine, QgptErrors.dropped("the server closed it with code " + code)));
        }

        @Override
        public void failed(ProviderException cause) {
            steps.execute(() -> lost(mine, cause));
        }
    }
}
