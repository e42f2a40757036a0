/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.subscription.StreamLog.LogEvent;
import io.camelproviders.core.subscription.SubscriptionState.HealthIssue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Stores what is done, one save at a time. A save that fails or misses its deadline is logged, makes the health check DOWN and
 * is repeated; until it succeeds nothing is dispatched. Confined to the tasks of its subscription.
 */
final class OffsetWriter {

    /** Saves that missed their deadline and have not ended; with more of them no further one is tried. */
    private static final int MAX_ABANDONED = 3;

    private final SubscriptionContext context;
    private final OffsetCommitter committer;
    private final Listener listener;
    private @Nullable Attempt current;
    private boolean failing;
    private Scheduler.@Nullable Scheduled retry;
    private int abandoned;

    /** What follows from a save. */
    interface Listener {

        /** All that was done when the save began is stored; messages may be dispatched again. */
        void stored();

        /** The save failed. */
        void notStored(Throwable cause);
    }

    /** One save; compared by identity. */
    private static final class Attempt {
        private final OffsetCommitter.Save save;
        private final long began;

        Attempt(OffsetCommitter.Save save, long began) {
            this.save = save;
            this.began = began;
        }
    }

    OffsetWriter(SubscriptionContext context, OffsetCommitter committer, Listener listener) {
        this.context = context;
        this.committer = committer;
        this.listener = listener;
    }

    /** Stores what is done and not stored yet, unless a save is in progress. */
    void write() {
        if (current != null || retry != null || abandoned >= MAX_ABANDONED) {
            return;
        }
        OffsetCommitter.Save save;
        try {
            save = committer.next();
        } catch (RuntimeException | Error e) {
            failed(e);
            return;
        }
        if (save != null) {
            store(save);
        }
    }

    private void store(OffsetCommitter.Save save) {
        Attempt attempt = new Attempt(save, context.now());
        current = attempt;
        CompletableFuture<Void> saving =
                Futures.call(() -> context.dependencies().store().save(save.entries()));
        Scheduler.Scheduled deadline = saving.isDone()
                ? () -> {}
                : context.schedule(context.settings().bounds().save(), () -> overdue(attempt));
        CompletableFuture<?> unused = saving.whenComplete((nothing, failure) -> {
            deadline.cancel();
            context.serial().execute(() -> ended(attempt, failure));
        });
    }

    /** Stores what is done for the last time: a failure is final. */
    void flush() {
        if (retry != null) {
            retry.cancel();
            retry = null;
        }
        if (abandoned >= MAX_ABANDONED && committer.dirty()) {
            listener.notStored(new TimeoutException("the store does not complete its saves"));
        } else {
            write();
        }
    }

    /** Whether the last save failed: nothing may be dispatched whose completion could not be stored. */
    boolean failing() {
        return failing;
    }

    /** Whether everything that is done is stored. */
    boolean settled() {
        return current == null && !committer.dirty();
    }

    /** When the save in progress began; {@link SubscriptionState#NEVER} if there is none. */
    long savingSince() {
        return current == null ? SubscriptionState.NEVER : current.began;
    }

    private void ended(Attempt attempt, @Nullable Throwable failure) {
        if (attempt != current) {
            abandoned--;
            write();
            return;
        }
        current = null;
        if (failure != null) {
            failed(Futures.unwrap(failure));
            return;
        }
        committer.saved(attempt.save);
        if (failing) {
            failing = false;
            context.state().resolved(HealthIssue.STORE);
            context.reporter().event(LogEvent.STORED_AGAIN, "the offset can be stored again");
        }
        write();
        listener.stored();
    }

    /** A store that never answers must not hold up the subscription in silence. */
    private void overdue(Attempt attempt) {
        if (attempt == current) {
            current = null;
            abandoned++;
            failed(new TimeoutException("the store did not complete the save within "
                    + context.settings().bounds().save().toSeconds() + " s"));
        }
    }

    private void failed(Throwable failure) {
        committer.notSaved();
        if (!context.state().is(StreamState.STOPPED)) {
            announce(failure);
            retry = context.schedule(context.settings().reconnect().delay(), this::retry);
        }
        listener.notStored(failure);
    }

    private void announce(Throwable failure) {
        String what = "the offset cannot be stored: " + failure.getMessage();
        context.state().issue(HealthIssue.STORE, what, true);
        if (!failing) {
            failing = true;
            context.reporter()
                    .event(
                            LogEvent.NOT_STORED,
                            what + "; delivery is paused until it succeeds",
                            "the offset cannot be stored",
                            failure);
        }
    }

    private void retry() {
        retry = null;
        write();
    }
}
