/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.offset.StreamOffset;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where a subscription stands: written by its steps, read by anybody. */
final class SubscriptionState {

    private final String key;
    private final SubscriptionCounters counters;
    private volatile StreamState state = StreamState.NEW;
    private final Map<HealthIssue, String> troubles = new ConcurrentHashMap<>();
    private volatile @Nullable Snapshot look;
    private volatile long since;

    /** What can be wrong at the same time, worst first. */
    enum HealthIssue {
        /** Positions cannot be stored. */
        STORE,
        /** A message fails again and again. */
        MESSAGE,
        /** There is no connection. */
        LINK
    }

    /** What changes with every message. */
    private record Snapshot(
            @Nullable StreamOffset committed, @Nullable StreamOffset received, int queued, int inFlight, long oldest) {}

    SubscriptionState(String key, SubscriptionCounters counters, long now) {
        this.key = key;
        this.counters = counters;
        this.since = now;
    }

    StreamState state() {
        return state;
    }

    void move(StreamState next, long now) {
        if (!unconnected(next) || !unconnected(state)) {
            since = state == next ? since : now;
        }
        state = next;
    }

    /** An attempt that fails is no end of the outage. */
    private static boolean unconnected(StreamState state) {
        return state == StreamState.CONNECTING || state == StreamState.BACKOFF;
    }

    /** Why it is not well, in one line. */
    @Nullable
    String trouble() {
        for (HealthIssue kind : HealthIssue.values()) {
            String what = troubles.get(kind);
            if (what != null) {
                return what;
            }
        }
        return null;
    }

    /** Notes that something is wrong, or with null that it no longer is. */
    void trouble(HealthIssue kind, @Nullable String what) {
        if (what == null) {
            troubles.remove(kind);
        } else {
            troubles.put(kind, what);
        }
    }

    private boolean needsOperator() {
        return troubles.containsKey(HealthIssue.STORE) || troubles.containsKey(HealthIssue.MESSAGE);
    }

    void look(OffsetCommitter commits, EventBuffer inbox, int inFlight) {
        look = new Snapshot(commits.stored(), inbox.received(), inbox.size(), inFlight, commits.oldestInFlight());
    }

    /** The position up to which all is done if this message is: one that overtook others does not move it. */
    @Nullable
    String watermark(long sequence, String id) {
        Snapshot now = look;
        return now == null || sequence <= now.oldest() ? id : text(now.committed());
    }

    StreamStatus status(long now) {
        Snapshot seen = look;
        return new StreamStatus(
                key,
                state,
                trouble(),
                needsOperator(),
                Duration.ofNanos(Math.max(0, now - since)),
                seen == null ? null : text(seen.committed()),
                seen == null ? null : text(seen.received()),
                seen == null ? 0 : seen.queued(),
                seen == null ? 0 : seen.inFlight(),
                counters.snapshot());
    }

    private static @Nullable String text(@Nullable StreamOffset position) {
        return position == null ? null : position.value();
    }
}
