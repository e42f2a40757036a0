/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Snapshot of a subscription for health checks, JMX and consoles. Contains no secrets and no payloads.
 *
 * @param streamKey which stream
 * @param state state of the subscription
 * @param trouble the most serious issue in one line; null if it is healthy
 * @param needsOperator whether an issue exists that a new connection does not solve soon
 * @param since how long it has been in this state; an outage is one, however many attempts it takes
 * @param committed the stored offset, or null
 * @param received the last offset received, or null
 * @param queued messages read and not yet dispatched
 * @param inFlight messages dispatched and not done
 * @param oldestMessage how long the oldest unfinished message has been in the route, or the next one has been waiting to be
 *     dispatched; zero if there is none
 * @param oldestSave how long the save in progress has been running; zero if there is none
 * @param counts what has happened so far
 */
public record StreamStatus(
        String streamKey,
        StreamState state,
        @Nullable String trouble,
        boolean needsOperator,
        Duration since,
        @Nullable String committed,
        @Nullable String received,
        int queued,
        int inFlight,
        Duration oldestMessage,
        Duration oldestSave,
        Counts counts) {

    /** Whether an operator must act. */
    public boolean down() {
        return state == StreamState.FAILED || needsOperator;
    }

    /**
     * Counters since the start.
     *
     * @param connects connections that were opened
     * @param messages messages dispatched, first attempts only
     * @param duplicates duplicates dropped
     * @param skipped sent messages and unwanted roles
     * @param malformed events that could not be dispatched
     * @param failures failed attempts of messages
     * @param passedOver messages skipped by {@code onFailure=skip}
     * @param restartsFromNow how often the offset was unknown and the stream continued from now
     */
    public record Counts(
            long connects,
            long messages,
            long duplicates,
            long skipped,
            long malformed,
            long failures,
            long passedOver,
            long restartsFromNow) {}
}
