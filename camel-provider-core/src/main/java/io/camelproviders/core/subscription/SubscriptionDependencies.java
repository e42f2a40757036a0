/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpTransport;
import io.camelproviders.core.offset.OffsetStore;

/**
 * What a subscription is given to work with; shared by all subscriptions of a consumer.
 *
 * @param transport opens the streams
 * @param pacer spreads the opening of many streams
 * @param scheduler waits
 * @param store keeps the positions
 * @param gate bounds what is in flight in all streams together
 * @param route takes the messages
 * @param log tells of outages
 */
public record SubscriptionDependencies(
        HttpTransport transport,
        Pacer pacer,
        Scheduler scheduler,
        OffsetStore store,
        InFlightGate gate,
        MessageHandler route,
        StreamLog log) {

    /** Spreads the opening of many streams. */
    @FunctionalInterface
    public interface Pacer {

        /** Runs a step when it is this caller's turn, at once or on a timer thread. */
        Scheduler.Scheduled next(Runnable step);
    }
}
