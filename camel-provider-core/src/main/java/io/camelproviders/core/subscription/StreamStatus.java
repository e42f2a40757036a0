/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A look at a subscription, for health checks, JMX and consoles. Holds no secrets and no payloads.
 *
 * @param streamKey which stream
 * @param state where it stands
 * @param trouble why it is not well, in one line; null when it is
 * @param needsOperator whether it is unwell for a reason that a new connection does not heal
 * @param since how long it has been in this state; an outage is one, however many attempts it sees
 * @param committed the stored position, or null
 * @param received the last position that came in, or null
 * @param queued messages read and not yet handed over
 * @param inFlight messages handed over and not yet stored as done
 * @param counts what happened so far
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
        Counts counts) {

    /** Whether an operator must act. */
    public boolean down() {
        return state == StreamState.FAILED || needsOperator;
    }

    /**
     * Counters since the start.
     *
     * @param connects connections that were opened
     * @param messages messages handed to the route, first tries only
     * @param duplicates repetitions that the window dropped
     * @param skipped own messages and other roles
     * @param malformed events that could not be delivered
     * @param failures failed tries of messages
     * @param passedOver messages given up by {@code onFailure=skip}
     * @param restartsFromNow times the position was unknown and the stream went on from now
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
