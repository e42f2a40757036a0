/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.subscription.StreamLog.LogEvent;
import io.camelproviders.core.subscription.SubscriptionState.HealthIssue;
import org.jspecify.annotations.Nullable;

/**
 * Stores what is done. A store that fails is loud, is tried again, and nothing is handed over until it works. Confined to
 * the steps of its subscription.
 */
final class OffsetWriter {

    private final StreamSubscription owner;
    private boolean failing;
    private boolean waiting;

    OffsetWriter(StreamSubscription owner) {
        this.owner = owner;
    }

    /** Stores what is done and not stored yet, unless that is under way. */
    void begin() {
        owner.commits.save(this::ended);
    }

    /** Whether the store failed last: nothing may be handed over that could not be noted as done. */
    boolean failing() {
        return failing;
    }

    private void ended(@Nullable Throwable failure) {
        if (failure != null) {
            failed(failure);
            return;
        }
        if (failing) {
            failing = false;
            owner.trouble(HealthIssue.STORE, null);
            owner.parts.log().tell(LogEvent.STORED_AGAIN, owner.key, "the offset can be stored again");
        }
        begin();
        owner.handOver.pump();
        owner.settle();
    }

    private void failed(Throwable failure) {
        if (owner.halted()) {
            // What is not stored comes again at the next start; nobody is left to try on.
            owner.stopped.completeExceptionally(failure);
            return;
        }
        if (!failing) {
            failing = true;
            String what = "the offset cannot be stored: " + failure.getMessage();
            owner.trouble(HealthIssue.STORE, what);
            String line = what + "; nothing further is handed over until it can";
            boolean named = owner.parts.log().tell(LogEvent.NOT_STORED, owner.key, line);
            owner.parts.route().report(owner.key, "the offset cannot be stored", failure, named);
        }
        if (!waiting) {
            waiting = true;
            owner.parts.scheduler().after(owner.settings.reconnect().base(), () -> owner.steps.run(this::again));
        }
    }

    private void again() {
        waiting = false;
        begin();
    }
}
