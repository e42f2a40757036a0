/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.subscription;

import io.camelproviders.common.resume.Position;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where a subscription stands: written by its steps, read by anybody. */
final class Standing {

    private final String key;
    private final Counters counters;
    private volatile StreamState state = StreamState.NEW;
    private final Map<Trouble, String> troubles = new ConcurrentHashMap<>();
    private volatile @Nullable Look look;
    private volatile long since;

    /** What can be wrong at the same time, worst first. */
    enum Trouble {
        /** Positions cannot be stored. */
        STORE,
        /** A message fails again and again. */
        MESSAGE,
        /** There is no connection. */
        LINK
    }

    /** What changes with every message. */
    private record Look(
            @Nullable Position committed, @Nullable Position received, int queued, int inFlight, long oldest) {}

    Standing(String key, Counters counters, long now) {
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
        for (Trouble kind : Trouble.values()) {
            String what = troubles.get(kind);
            if (what != null) {
                return what;
            }
        }
        return null;
    }

    /** Notes that something is wrong, or with null that it no longer is. */
    void trouble(Trouble kind, @Nullable String what) {
        if (what == null) {
            troubles.remove(kind);
        } else {
            troubles.put(kind, what);
        }
    }

    private boolean needsOperator() {
        return troubles.containsKey(Trouble.STORE) || troubles.containsKey(Trouble.MESSAGE);
    }

    void look(Commits commits, Inbox inbox, int inFlight) {
        look = new Look(commits.stored(), inbox.received(), inbox.size(), inFlight, commits.oldestInFlight());
    }

    /** The position up to which all is done if this message is: one that overtook others does not move it. */
    @Nullable
    String watermark(long sequence, String id) {
        Look now = look;
        return now == null || sequence <= now.oldest() ? id : text(now.committed());
    }

    StreamStatus status(long now) {
        Look seen = look;
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

    private static @Nullable String text(@Nullable Position position) {
        return position == null ? null : position.value();
    }
}
