/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.sse.StreamFormatException;
import io.camelproviders.core.subscription.StreamLog.LogEvent;
import io.camelproviders.core.subscription.SubscriptionState.HealthIssue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One stream that survives: connect(position) → frame → event → exchange → commit, and again.
 *
 * <p>Delivery guarantee: at least once and in order. In one process life no message is lost and none is delivered twice,
 * over any number of connections; after a crash none is lost and at most {@code maxInFlight} are repeated.
 *
 * <p>A small state machine without a thread of its own. Whatever happens to it, bytes, a finished exchange, a timer, stop,
 * is a step that runs alone and in order (see {@link SerialExecutor}). Three positions, never mixed: <em>received</em> (where the
 * next connection goes on), <em>done</em> and <em>stored</em> (where the next process goes on).
 */
public final class StreamSubscription {

    // Configuration, shared with the other parts of the subscription
    final String key;
    final SubscriptionSettings settings;
    final SubscriptionDependencies parts;
    final SubscriptionCounters counters = new SubscriptionCounters();
    final SerialExecutor steps = new SerialExecutor();
    private final StreamConnector connector;
    final CompletableFuture<Void> stopped = new CompletableFuture<>();

    // Confined to the steps
    final EventBuffer inbox;
    final OffsetCommitter commits;
    final Dispatcher handOver;
    final OffsetWriter saves;
    private final StartOffset start;
    private final ReconnectBackoff outage;
    private final SubscriptionState standing;
    private final ConnectionAttempt link = new ConnectionAttempt();
    private boolean freshTicketTried;
    private boolean restartTried;
    private boolean connectWhenDrained;
    private long connectedAt;

    /**
     * Where a subscription begins.
     *
     * @param offsetKey key of the stored position
     * @param pinned where to begin when nothing is stored and no {@code after} is given
     * @param companions further entries that are stored with each position
     */
    public record Beginning(
            String offsetKey, Supplier<CompletableFuture<StreamOffset>> pinned, OffsetAttachments companions) {}

    /**
     * @param key which stream: a conversation id
     * @param beginning where it begins and under which key positions are stored
     */
    public StreamSubscription(
            String key,
            StreamConnector connector,
            SubscriptionSettings settings,
            SubscriptionDependencies parts,
            Beginning beginning) {
        this.key = key;
        this.connector = connector;
        this.settings = settings;
        this.parts = parts;
        this.outage = new ReconnectBackoff(key, settings, parts.log());
        this.start = new StartOffset(this, beginning);
        this.inbox = new EventBuffer(connector, settings.dedupWindow(), counters);
        this.commits = new OffsetCommitter(parts.store(), beginning.offsetKey(), beginning.companions(), steps::run);
        this.saves = new OffsetWriter(this);
        this.handOver = new Dispatcher(this);
        this.standing = new SubscriptionState(key, counters, parts.scheduler().nanoTime());
    }

    // ---- What others ask for ----

    /** Starts, or goes on after {@link #suspend()}. */
    public void start() {
        steps.run(() -> {
            boolean suspended = standing.state() == StreamState.SUSPENDED;
            if (standing.state() == StreamState.NEW || (suspended && inbox.received() == null)) {
                move(StreamState.STARTING);
                start.locate();
            } else if (suspended) {
                connect();
                handOver.pump();
            }
        });
    }

    /** Stops reading; once the future is done nothing is handed over. What was read and not handed over is kept. */
    public CompletableFuture<Void> suspend() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        steps.run(() -> {
            if (standing.state() == StreamState.STARTING || delivering()) {
                link.drop();
                move(StreamState.SUSPENDED);
            }
            done.complete(null);
        });
        return done;
    }

    /** Stops for good: nothing is handed over any more. The future is done when nothing is in flight and all is stored. */
    public CompletableFuture<Void> stop() {
        steps.run(() -> {
            if (standing.state() != StreamState.STOPPED) {
                link.drop();
                move(StreamState.STOPPED);
                handOver.halt();
                saves.begin();
            }
            settle();
        });
        return stopped;
    }

    /** A look from outside; never blocks. */
    public StreamStatus status() {
        return standing.status(parts.scheduler().nanoTime());
    }

    /** Done, or failed, when {@link #stop()} is. */
    public CompletableFuture<Void> ended() {
        return stopped;
    }

    // ---- Begin ----

    void whileStarting(Runnable step) {
        steps.run(() -> {
            if (standing.state() == StreamState.STARTING) {
                step.run();
            }
        });
    }

    void startAgain(String what, Throwable failure, Runnable step) {
        ProviderException cause = failure instanceof ProviderException typed ? typed : null;
        Duration delay = outage.next(cause, -1);
        trouble(HealthIssue.LINK, what + ": " + failure.getMessage());
        boolean known = outage.announced();
        boolean named = outage.announce(String.valueOf(standing.trouble()), delay, false);
        if (!known) {
            parts.route().report(key, what, failure, named);
        }
        link.waits(parts.scheduler().after(delay, () -> whileStarting(step)));
    }

    void begin(StreamOffset position) {
        inbox.startAt(position);
        commits.startAt(position);
        connect();
    }

    // ---- Connect ----

    private void connect() {
        if (inbox.full()) {
            // What the last connections brought must reach the route before more is fetched.
            connectWhenDrained = true;
            trouble(HealthIssue.LINK, null);
            move(StreamState.BACKOFF);
            return;
        }
        connectWhenDrained = false;
        move(StreamState.CONNECTING);
        int number = link.next();
        link.waits(parts.pacer().next(() -> step(number, () -> prepare(number))));
    }

    private void prepare(int number) {
        StreamOffset after = inbox.received();
        if (after == null) {
            throw new IllegalStateException("a stream connects only from a position");
        }
        CompletableFuture<HttpRequest> request = Futures.ask(() -> connector.prepare(after));
        link.shakesHands(request);
        CompletableFuture<HttpRequest> unused = request.whenComplete((ready, failure) -> step(number, () -> {
            if (failure == null) {
                open(ready, number);
            } else {
                ProviderException cause = Futures.cause(failure);
                lost(cause, ReconnectDecision.ofHandshake(cause, settings.retryOnAuthFailure()), false);
            }
        }));
    }

    private void open(HttpRequest request, int number) {
        try {
            link.opens(parts.transport().open(request, new ConnectionListener(this, number)));
        } catch (RuntimeException e) {
            lost(Futures.cause(e), ReconnectDecision.LATER, false);
        }
    }

    // ---- What a connection tells; each call is a step ----

    /** A step that means something only as long as this connection is the current one. */
    void step(int number, Runnable step) {
        steps.run(() -> {
            if (number == link.number()
                    && (standing.state() == StreamState.CONNECTING || standing.state() == StreamState.OPEN)) {
                step.run();
            }
        });
    }

    void opened() {
        inbox.connected();
        connectedAt = parts.scheduler().nanoTime();
        counters.connects.increment();
        outage.connected();
        restartTried = false;
        trouble(HealthIssue.LINK, null);
        move(StreamState.OPEN);
    }

    void received(byte[] bytes) {
        try {
            link.grant(inbox.feed(bytes, link.number()));
        } catch (StreamFormatException e) {
            link.drop();
            lost(
                    new LimitExceededException(ErrorDetails.of(String.valueOf(e.getMessage())), e),
                    ReconnectDecision.LATER,
                    false);
            return;
        }
        if (inbox.broughtMessage()) {
            outage.healthy();
            freshTicketTried = false;
        }
        handOver.pump();
    }

    void answered(HttpResponse answer) {
        if (answer.status() == 204) {
            link.ended();
            trouble(HealthIssue.LINK, "the provider ended the stream (204)");
            parts.log().tell(LogEvent.ENDED, key, String.valueOf(standing.trouble()));
            move(StreamState.ENDED);
            return;
        }
        ReconnectDecision verdict = ReconnectDecision.ofStream(answer.status(), freshTicketTried, settings);
        freshTicketTried = freshTicketTried || answer.status() == 401;
        lost(connector.fault(answer), verdict, false);
    }

    void closed() {
        lost(new TransportException(ErrorDetails.of("the server closed the stream")), ReconnectDecision.LATER, true);
    }

    void broken(ProviderException cause) {
        lost(cause, ReconnectDecision.LATER, false);
    }

    // ---- Reconnect ----

    private void lost(ProviderException cause, ReconnectDecision verdict, boolean routine) {
        link.ended();
        switch (verdict) {
            case FATAL -> fail("the stream cannot go on", cause);
            case UNKNOWN_OFFSET ->
                fail(
                        "the provider does not know the offset; set onUnknownOffset=now or delete the stored offset",
                        cause);
            case RESTART_NOW -> restartFromNow(cause);
            case AT_ONCE -> connect();
            case LATER -> reconnectLater(cause, routine);
        }
    }

    private void reconnectLater(ProviderException cause, boolean routine) {
        boolean lived = parts.scheduler().nanoTime() - connectedAt >= SubscriptionSettings.HEALTHY.toNanos();
        if (standing.state() == StreamState.OPEN && lived) {
            outage.healthy();
        }
        if (!outage.mayTryAgain()) {
            fail("gave up after " + settings.maxReconnects() + " reconnects", cause);
            return;
        }
        Duration delay = outage.next(cause, inbox.reconnectionMillis());
        String what = String.valueOf(cause.getMessage());
        outage.announce(what, delay, routine);
        if (cause.retryAfter().orElse(Duration.ZERO).compareTo(settings.maxRetryAfter()) > 0) {
            parts.route().report(key, "the provider asks to wait longer than maxRetryAfter, and is obeyed", cause);
        }
        trouble(HealthIssue.LINK, what);
        move(StreamState.BACKOFF);
        link.waits(parts.scheduler()
                .after(
                        delay,
                        () -> steps.run(() -> {
                            if (standing.state() == StreamState.BACKOFF) {
                                connect();
                            }
                        })));
    }

    private void restartFromNow(ProviderException cause) {
        counters.restartsFromNow.increment();
        String line = "the provider does not know the offset; going on from now";
        boolean named = parts.log().tell(LogEvent.FROM_NOW, key, line + ", messages may be missing");
        parts.route().report(key, line, cause, named);
        // A server that knows no position at all must not be asked without end.
        Duration delay = restartTried ? outage.next(cause, -1) : Duration.ZERO;
        restartTried = true;
        move(StreamState.STARTING);
        link.waits(parts.scheduler().after(delay, () -> whileStarting(this::askForNow)));
    }

    /** What was read before stays in the inbox, and the new position counts as done after it. */
    private void askForNow() {
        start.ask(connector::now, position -> {
            inbox.goOnFrom(position);
            connect();
            handOver.pump();
        });
    }

    void fail(String what, Throwable cause) {
        link.drop();
        trouble(HealthIssue.LINK, what + ": " + cause.getMessage());
        move(StreamState.FAILED);
        boolean named = parts.log().tell(LogEvent.STOPPED, key, "stopped, " + standing.trouble());
        parts.route().report(key, what, cause, named);
    }

    // ---- Hand over and commit ----

    /** A message has left the inbox for good: its bytes may be read again. */
    void consumed(EventBuffer.Entry entry) {
        if (entry.connection() == link.number()) {
            link.grant(inbox.grant(entry.bytes()));
        }
        if (connectWhenDrained && !inbox.full() && standing.state() == StreamState.BACKOFF) {
            connect();
        }
    }

    boolean halted() {
        return standing.state() == StreamState.STOPPED;
    }

    /** Whether a message may be handed over now; an outage is no reason to hold back what was read before it. */
    boolean delivering() {
        return standing.state() == StreamState.OPEN
                || standing.state() == StreamState.CONNECTING
                || standing.state() == StreamState.BACKOFF;
    }

    /** Completes {@link #stop()} when the last exchange is done and stored. */
    void settle() {
        look();
        if (halted() && handOver.running() == 0 && commits.settled()) {
            stopped.complete(null);
        }
    }

    /** For whoever stores offsets himself; any thread. */
    @Nullable
    String watermark(long sequence, String id) {
        return standing.watermark(sequence, id);
    }

    void trouble(HealthIssue kind, @Nullable String what) {
        standing.trouble(kind, what);
    }

    void look() {
        standing.look(commits, inbox, handOver.running());
    }

    /** The one place where the state changes; the legal moves stand at {@link StreamState}. */
    private void move(StreamState next) {
        standing.move(next, parts.scheduler().nanoTime());
        look();
    }
}
