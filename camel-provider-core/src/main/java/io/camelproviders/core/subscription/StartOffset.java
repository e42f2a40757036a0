/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.connection.ConnectionCycle;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.offset.OffsetStore;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.subscription.StreamSubscription.Beginning;
import io.camelproviders.core.subscription.SubscriptionState.HealthIssue;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a stream starts: the stored offset, else {@code after}, else now. "Now" is looked up once and stored before the
 * first connection, so that a stream that drops before its first message loses nothing. A look-up that a suspension interrupts
 * goes on and is used after the resume. Confined to the tasks of its subscription, except the stages of its futures.
 */
final class StartOffset {

    private final SubscriptionContext context;
    private final ConnectionCycle cycle;
    private final StreamConnector connector;
    private final StreamOpener opener;
    private final Beginning beginning;
    private final OffsetStore store;
    private final Events events;

    private @Nullable CompletableFuture<StreamOffset> located;

    // written by the stages of the look-up, one after the other
    private volatile @Nullable CompletableFuture<StreamOffset> now;
    private volatile Stage stage = Stage.LOAD;

    /** Parts of the look-up, with what a failure of each one means. */
    private enum Stage {
        LOAD("the stored offset cannot be read"),
        LOOK_UP("the current offset of the stream cannot be determined"),
        SAVE("the first offset cannot be stored");

        private final String failure;

        Stage(String failure) {
            this.failure = failure;
        }
    }

    /** Outcomes. */
    interface Events {

        /** The stream starts here. */
        void located(StreamOffset offset);

        /** The stream, whose offset the provider does not know, continues here. */
        void relocated(StreamOffset offset);

        /** The provider refuses for good. */
        void failed(String what, ProviderException cause);
    }

    StartOffset(
            SubscriptionContext context,
            ConnectionCycle cycle,
            StreamConnector connector,
            StreamOpener opener,
            Beginning beginning,
            Events events) {
        this.context = context;
        this.cycle = cycle;
        this.connector = connector;
        this.opener = opener;
        this.beginning = beginning;
        this.store = context.dependencies().store();
        this.events = events;
    }

    /** Determines where to start, from where the last attempt got to, and repeats until it is known. */
    void locate() {
        CompletableFuture<StreamOffset> pending = located;
        if (pending == null || pending.isCompletedExceptionally()) {
            pending = load();
            located = pending;
        }
        // Of a copy: an attempt that is dropped cancels what it waits for.
        cycle.begin().await(pending.copy(), limit(), stage.failure, (offset, failure) -> {
            if (offset != null) {
                context.state().resolved(HealthIssue.STORE);
                events.located(offset);
            } else if (failure != null) {
                failed(stage, failure, this::locate);
            }
        });
    }

    /** Determines the current offset of a stream that started long ago. */
    void relocate() {
        Duration handshake = context.settings().bounds().handshake();
        cycle.begin().await(Futures.call(connector::now), handshake, Stage.LOOK_UP.failure, (offset, failure) -> {
            if (offset != null) {
                events.relocated(offset);
            } else if (failure != null) {
                failed(Stage.LOOK_UP, failure, this::relocate);
            }
        });
    }

    /** An error of this process interrupted the look-up. */
    void interrupted(ProviderException cause) {
        failed(stage, cause, this::locate);
    }

    private void failed(Stage failed, ProviderException cause, Runnable again) {
        boolean asking = failed == Stage.LOOK_UP;
        ReconnectDecision decision = asking
                ? ReconnectDecision.ofHandshake(cause, context.settings().retryOnAuthFailure())
                : ReconnectDecision.LATER;
        String line = failed.failure + ": " + cause.getMessage();
        if (decision == ReconnectDecision.FATAL) {
            events.failed(failed.failure, cause);
        } else if (decision == ReconnectDecision.WHEN_KEY_ACCEPTED) {
            opener.keyRefused(line, again);
        } else {
            context.state()
                    .issue(
                            asking ? HealthIssue.CONNECTION : HealthIssue.STORE,
                            line,
                            !asking || context.settings().isLong(cause));
            Duration delay = cycle.failed(cause.retryAfter().orElse(null))
                    .orElse(context.settings().reconnect().maxDelay());
            context.reporter().cannotStart(failed.failure, line, cause, delay);
            cycle.begin().schedule(delay, again);
        }
    }

    /** Longer than the limits of all stages together. */
    private Duration limit() {
        SubscriptionSettings.Bounds bounds = context.settings().bounds();
        return bounds.handshake().plus(bounds.save().multipliedBy(4));
    }

    private CompletableFuture<StreamOffset> load() {
        stage = Stage.LOAD;
        return Futures.call(() -> bounded(beginning.attachments().recall())
                        .thenCompose(nothing -> bounded(store.load(beginning.offsetKey()))))
                .thenCompose(stored -> {
                    StreamOffset after = context.settings().after();
                    if (stored.isPresent()) {
                        return CompletableFuture.completedFuture(new StreamOffset(stored.get()));
                    }
                    return after == null ? lookUp() : CompletableFuture.completedFuture(after);
                });
    }

    private CompletableFuture<StreamOffset> lookUp() {
        stage = Stage.LOOK_UP;
        CompletableFuture<StreamOffset> known = now;
        if (known == null || known.isCompletedExceptionally()) {
            known = Futures.within(
                    Futures.call(beginning.now()),
                    context.settings().bounds().handshake(),
                    context.dependencies().scheduler(),
                    "the look-up of the current offset");
            now = known;
        }
        return known.thenCompose(this::save);
    }

    private CompletableFuture<StreamOffset> save(StreamOffset offset) {
        stage = Stage.SAVE;
        return bounded(Futures.call(() -> store.save(Map.of(beginning.offsetKey(), offset.value()))))
                .thenApply(nothing -> offset);
    }

    private <T> CompletableFuture<T> bounded(CompletableFuture<T> storing) {
        return Futures.within(
                storing,
                context.settings().bounds().save(),
                context.dependencies().scheduler(),
                "the offset store");
    }
}
