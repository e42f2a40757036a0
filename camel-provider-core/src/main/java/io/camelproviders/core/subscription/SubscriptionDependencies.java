/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.offset.OffsetStore;

/**
 * What all subscriptions of a consumer share.
 *
 * @param transport opens the streams
 * @param pacer spreads the opening of many streams
 * @param credentials shared by all streams that use the same key on the same host
 * @param scheduler timers
 * @param store stores the offsets
 * @param gate limits the messages in flight of all streams together
 * @param handler receives the messages
 * @param log logs outages
 */
public record SubscriptionDependencies(
        HttpTransport transport,
        Pacer pacer,
        CredentialGate credentials,
        Scheduler scheduler,
        OffsetStore store,
        InFlightGate gate,
        MessageHandler handler,
        StreamLog log) {

    /** Spreads the opening of many streams. */
    @FunctionalInterface
    public interface Pacer {

        /**
         * Runs a task when it is this caller's turn, at once or on a timer thread.
         *
         * @return handle that gives the turn back
         */
        Scheduler.Scheduled next(Runnable task);
    }
}
