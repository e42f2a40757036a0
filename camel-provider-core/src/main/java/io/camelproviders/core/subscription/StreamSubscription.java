/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.SerialExecutor;
import io.camelproviders.core.connection.ConnectionCycle;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpResponse;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.subscription.StreamLog.LogEvent;
import io.camelproviders.core.subscription.SubscriptionState.HealthIssue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One stream that outlives its connections: connect, decode, dispatch, commit, reconnect.
 *
 * <p>Delivery guarantee: at least once and in order. Within one process no message is lost and none is delivered twice, over any
 * number of connections; after a crash none is lost and at most {@code maxInFlight} are repeated.
 *
 * <p>A small state machine without a thread of its own. Whatever happens to it (bytes, a completed exchange, a timer, stop) is a
 * task that runs alone and in order (see {@link SerialExecutor}). A task that fails unexpectedly never leaves it without a next
 * step: an exception moves it to FAILED, an error such as {@code OutOfMemoryError} makes it reconnect. Three offsets, never mixed:
 * <em>received</em> (where the next connection continues), <em>done</em> and <em>stored</em> (where the next process continues).
 */
public final class StreamSubscription {

    private static final String INTERNAL_ERROR = "an internal error stopped the stream";

    // configuration
    private final SubscriptionContext context;
    private final SubscriptionSettings settings;

    // written by the tasks, read by any thread
    private final SubscriptionState state;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    // confined to the tasks
    private final ConnectionCycle cycle;
    private final StartOffset start;
    private final EventBuffer buffer;
    private final OffsetCommitter committer;
    private final OffsetWriter writer;
    private final Dispatcher dispatcher;
    private final StreamOpener opener;
    private boolean freshTicketTried;
    private boolean restartTried;
    private boolean connectWhenDrained;

    /**
     * Where a subscription starts.
     *
     * @param offsetKey key of the stored offset
     * @param now looks up the offset to start at if nothing is stored and no {@code after} is given
     * @param attachments further entries that are stored with each offset
     */
    public record Beginning(
            String offsetKey, Supplier<CompletableFuture<StreamOffset>> now, OffsetAttachments attachments) {}

    /**
     * @param key which stream: a conversation id
     * @param beginning where it starts and under which key its offset is stored
     */
    public StreamSubscription(
            String key,
            StreamConnector connector,
            SubscriptionSettings settings,
            SubscriptionDependencies dependencies,
            Beginning beginning) {
        SerialExecutor serial = new SerialExecutor(this::taskFailed);
        SubscriptionCounters counters = new SubscriptionCounters();
        this.settings = settings;
        this.state = new SubscriptionState(
                key, settings.bounds(), counters, dependencies.scheduler().nanoTime());
        this.context = new SubscriptionContext(
                key,
                settings,
                dependencies,
                state,
                counters,
                new SubscriptionReporter(key, dependencies.log(), dependencies.handler()),
                serial);
        this.cycle = new ConnectionCycle(serial, dependencies.scheduler(), settings.reconnect());
        this.buffer = new EventBuffer(connector, settings.dedupWindow(), counters, context::now);
        this.committer = new OffsetCommitter(beginning.offsetKey(), beginning.attachments());
        this.writer = new OffsetWriter(context, committer, new Saves());
        this.dispatcher = new Dispatcher(context, buffer, committer, writer, new Messages());
        this.opener = new StreamOpener(context, cycle, connector, buffer, new Connection());
        this.start = new StartOffset(context, cycle, connector, opener, beginning, new Start());
    }

    // ---- Life cycle ----

    /** Starts, or continues after {@link #suspend()}. */
    public void start() {
        context.serial().execute(() -> {
            boolean suspended = state.is(StreamState.SUSPENDED);
            if (state.is(StreamState.NEW) || (suspended && buffer.received() == null)) {
                locate();
            } else if (suspended) {
                connect();
                buffer.touch();
                dispatcher.dispatch();
            }
        });
    }

    /** Stops reading; once the future is done nothing is dispatched. What was read and not dispatched is kept. */
    public CompletableFuture<Void> suspend() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        context.serial().execute(() -> {
            if (state.is(StreamState.STARTING) || state.delivering()) {
                cycle.drop();
                move(StreamState.SUSPENDED);
            }
            done.complete(null);
        });
        return done;
    }

    /** Stops for good: nothing is dispatched any more. The future is done when nothing is in flight and all is stored. */
    public CompletableFuture<Void> stop() {
        context.serial().execute(() -> {
            if (!state.is(StreamState.STOPPED)) {
                cycle.drop();
                move(StreamState.STOPPED);
                dispatcher.halt();
                writer.flush();
            }
            settle();
        });
        return stopped;
    }

    /** State and health; any thread, never blocks. */
    public StreamStatus status() {
        return state.status(context.now());
    }

    /** Done, or failed, when {@link #stop()} is. */
    public CompletableFuture<Void> ended() {
        return stopped;
    }

    // ---- Start ----

    private void locate() {
        move(StreamState.STARTING);
        start.locate();
    }

    /** Outcomes of the look-up. */
    private final class Start implements StartOffset.Events {

        @Override
        public void located(StreamOffset offset) {
            buffer.startAt(offset);
            committer.startAt(offset);
            connect();
        }

        /** What was read before stays in the buffer, and the new offset counts as done after it. */
        @Override
        public void relocated(StreamOffset offset) {
            buffer.continueFrom(offset);
            connect();
            dispatcher.dispatch();
        }

        @Override
        public void failed(String what, ProviderException cause) {
            fail(what, cause);
        }
    }

    // ---- Connect ----

    private void connect() {
        if (buffer.full()) {
            // What the last connections brought must reach the route before more is fetched.
            connectWhenDrained = true;
            cycle.drop();
            state.resolved(HealthIssue.CONNECTION);
            move(StreamState.BACKOFF);
            return;
        }
        connectWhenDrained = false;
        opener.open();
    }

    // ---- Decode ----

    /** Reactions to the current connection. */
    private final class Connection implements StreamOpener.Events {

        @Override
        public void moved(StreamState next) {
            move(next);
        }

        @Override
        public void notOpened(ProviderException cause, ReconnectDecision decision) {
            lost(cause, decision, false);
        }

        @Override
        public void opened() {
            context.counters().connects.increment();
            context.reporter().connected();
            restartTried = false;
            state.resolved(HealthIssue.CONNECTION);
            move(StreamState.OPEN);
        }

        @Override
        public void received() {
            if (buffer.broughtMessage()) {
                cycle.healthy();
                freshTicketTried = false;
            }
            dispatcher.dispatch();
        }

        @Override
        public void refused(HttpResponse response) {
            if (response.status() == 204) {
                end();
                return;
            }
            ProviderException cause = opener.fault(response);
            ReconnectDecision decision = ReconnectDecision.ofStream(
                    response.status(), cause.details().fromProvider(), freshTicketTried, settings);
            freshTicketTried = freshTicketTried || response.status() == 401;
            lost(cause, decision, false);
        }

        @Override
        public void disconnected(ProviderException cause, boolean expected) {
            lost(cause, ReconnectDecision.LATER, expected);
        }
    }

    private void end() {
        cycle.drop();
        state.issue(HealthIssue.CONNECTION, "the provider ended the stream (204)", true);
        context.reporter().event(LogEvent.ENDED, "the provider ended the stream (204)");
        move(StreamState.ENDED);
    }

    // ---- Reconnect ----

    private void lost(ProviderException cause, ReconnectDecision decision, boolean expected) {
        switch (decision) {
            case FATAL -> fail("the stream cannot continue", cause);
            case UNKNOWN_OFFSET ->
                fail(
                        "the provider does not know the offset; set onUnknownOffset=now or delete the stored offset",
                        cause);
            case RESTART_NOW -> restartFromNow(cause);
            case AT_ONCE -> connect();
            case WHEN_KEY_ACCEPTED -> opener.keyRefused(cause);
            case LATER -> reconnectLater(cause, expected);
        }
    }

    private void reconnectLater(ProviderException cause, boolean expected) {
        Optional<Duration> delay = cycle.failed(cause.retryAfter().orElse(null));
        if (delay.isEmpty()) {
            fail("gave up after " + settings.reconnect().maxRetries() + " reconnects", cause);
            return;
        }
        Duration wait = longer(delay.get(), buffer.reconnectionTime().orElse(Duration.ZERO));
        String what = String.valueOf(cause.getMessage());
        context.reporter().disconnected(what, wait, expected && cycle.failures() <= 1);
        if (settings.isLong(cause)) {
            context.reporter().report("the provider asks for a longer delay than maxRetryAfter", cause);
        }
        state.issue(HealthIssue.CONNECTION, what, settings.isLong(cause));
        move(StreamState.BACKOFF);
        cycle.begin().schedule(wait, this::connect);
    }

    /** The stream's own reconnection time counts up to our longest delay. */
    private Duration longer(Duration own, Duration asked) {
        Duration max = settings.reconnect().maxDelay();
        Duration bounded = asked.compareTo(max) > 0 ? max : asked;
        return own.compareTo(bounded) >= 0 ? own : bounded;
    }

    private void restartFromNow(ProviderException cause) {
        context.counters().restartsFromNow.increment();
        String line = "the provider does not know the offset; continuing from now";
        context.reporter().event(LogEvent.FROM_NOW, line + ", messages may be missing", line, cause);
        // A server that knows no offset at all must not be asked without a delay for ever.
        Duration delay =
                restartTried ? cycle.failed(null).orElse(settings.reconnect().maxDelay()) : Duration.ZERO;
        restartTried = true;
        move(StreamState.STARTING);
        cycle.begin().schedule(delay, start::relocate);
    }

    private void fail(String what, Throwable cause) {
        cycle.drop();
        String line = what + ": " + cause.getMessage();
        state.issue(HealthIssue.CONNECTION, line, true);
        move(StreamState.FAILED);
        context.reporter().event(LogEvent.STOPPED, "stopped, " + line, what, cause);
    }

    /** A task failed unexpectedly. There must be a next step, or the stream would stand still in silence. */
    private void taskFailed(Throwable failure) {
        try {
            if (state.is(StreamState.STOPPED)) {
                stopped.completeExceptionally(failure);
            } else if (failure instanceof Error && state.is(StreamState.STARTING)) {
                start.interrupted(ConnectionCycle.failure(failure, INTERNAL_ERROR));
            } else if (failure instanceof Error && state.delivering()) {
                reconnectLater(ConnectionCycle.failure(failure, INTERNAL_ERROR), false);
            } else {
                fail(INTERNAL_ERROR, failure);
            }
        } catch (RuntimeException | Error again) {
            state.outOfOrder();
            throw again;
        }
    }

    // ---- Dispatch and commit ----

    /** Reactions to messages that are done. */
    private final class Messages implements Dispatcher.Listener {

        @Override
        public void released(EventBuffer.Entry entry) {
            buffer.release(entry);
            if (connectWhenDrained && !buffer.full() && state.is(StreamState.BACKOFF)) {
                connect();
            }
        }

        @Override
        public void gaveUp(String what, Throwable cause) {
            fail(what, cause);
        }

        @Override
        public void changed() {
            settle();
        }
    }

    /** Reactions to saves. */
    private final class Saves implements OffsetWriter.Listener {

        @Override
        public void stored() {
            dispatcher.dispatch();
        }

        @Override
        public void notStored(Throwable cause) {
            if (state.is(StreamState.STOPPED)) {
                // What is not stored comes again at the next start.
                stopped.completeExceptionally(cause);
            }
            publish();
        }
    }

    /** Completes {@link #stop()} when the last exchange is done and stored. */
    private void settle() {
        publish();
        if (state.is(StreamState.STOPPED) && dispatcher.running() == 0 && writer.settled()) {
            stopped.complete(null);
        }
    }

    private void publish() {
        state.update(new SubscriptionState.Snapshot(
                committer.stored(),
                buffer.received(),
                buffer.size(),
                dispatcher.running(),
                committer.oldestInFlight(),
                dispatcher.progress()));
    }

    /** The one place where the state changes; for the legal transitions see {@link StreamState}. */
    private void move(StreamState next) {
        state.move(next, context.now());
        publish();
    }
}
