/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.offset.StreamOffset;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** State and health of a subscription: written by its tasks, read by any thread. */
final class SubscriptionState {

    /** A point in time that has not come. */
    static final long NEVER = Long.MIN_VALUE;

    private static final String OUT_OF_ORDER =
            "an internal error left the stream in an unknown state; restart the route and see the log";

    private final String key;
    private final SubscriptionSettings.Bounds bounds;
    private final SubscriptionCounters counters;
    private volatile StreamState state = StreamState.NEW;
    private final Map<HealthIssue, Issue> issues = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot = Snapshot.EMPTY;
    private volatile long since;
    private volatile boolean outOfOrder;

    /** What can be wrong at the same time, most serious first. */
    enum HealthIssue {
        /** Offsets cannot be stored or loaded. */
        STORE,
        /** A message fails again and again. */
        MESSAGE,
        /** There is no connection. */
        CONNECTION
    }

    /** One issue; {@code down} if a new attempt will not solve it soon. */
    private record Issue(String text, boolean down) {}

    /**
     * What changes with every message.
     *
     * @param oldest sequence number of the oldest message that is not done
     * @param progress ages of what is unfinished
     */
    record Snapshot(
            @Nullable StreamOffset committed,
            @Nullable StreamOffset received,
            int queued,
            int inFlight,
            long oldest,
            Progress progress) {

        static final Snapshot EMPTY =
                new Snapshot(null, null, 0, 0, Long.MAX_VALUE, new Progress("", NEVER, NEVER, NEVER));
    }

    /**
     * Since when something has been unfinished, in nanoseconds of the scheduler; {@link #NEVER} if nothing is.
     *
     * @param message the oldest message in the route, for texts
     * @param inFlight when that message was dispatched
     * @param head since when the first waiting message could not be dispatched
     * @param save when the save in progress began
     */
    record Progress(String message, long inFlight, long head, long save) {}

    SubscriptionState(String key, SubscriptionSettings.Bounds bounds, SubscriptionCounters counters, long now) {
        this.key = key;
        this.bounds = bounds;
        this.counters = counters;
        this.since = now;
    }

    StreamState state() {
        return state;
    }

    boolean is(StreamState expected) {
        return state == expected;
    }

    void move(StreamState next, long now) {
        if (!disconnected(next) || !disconnected(state)) {
            since = state == next ? since : now;
        }
        state = next;
    }

    /** A failed attempt does not end the outage. */
    private static boolean disconnected(StreamState state) {
        return state == StreamState.CONNECTING || state == StreamState.BACKOFF;
    }

    /** Last resort when even failing failed: allocates nothing. */
    void outOfOrder() {
        outOfOrder = true;
        state = StreamState.FAILED;
    }

    /** Whether messages may be dispatched now; an outage is no reason to hold back what was read before it. */
    boolean delivering() {
        return state == StreamState.OPEN || state == StreamState.CONNECTING || state == StreamState.BACKOFF;
    }

    void issue(HealthIssue kind, String text, boolean down) {
        issues.put(kind, new Issue(text, down));
    }

    void resolved(HealthIssue kind) {
        issues.remove(kind);
    }

    void update(Snapshot next) {
        snapshot = next;
    }

    /** The offset up to which all is done once this message is: one that overtook others does not move it. */
    @Nullable
    String watermark(long sequence, String id) {
        Snapshot now = snapshot;
        return sequence <= now.oldest() ? id : text(now.committed());
    }

    StreamStatus status(long now) {
        Snapshot seen = snapshot;
        Map<HealthIssue, Issue> current = new EnumMap<>(HealthIssue.class);
        current.putAll(issues);
        Duration message = oldestMessage(seen.progress(), now);
        Duration save = age(seen.progress().save(), now);
        addHung(current, seen.progress(), message, save);
        Issue worst = outOfOrder
                ? new Issue(OUT_OF_ORDER, true)
                : current.values().stream().findFirst().orElse(null);
        return new StreamStatus(
                key,
                state,
                worst == null ? null : worst.text(),
                outOfOrder || current.values().stream().anyMatch(Issue::down),
                Duration.ofNanos(Math.max(0, now - since)),
                text(seen.committed()),
                text(seen.received()),
                seen.queued(),
                seen.inFlight(),
                message,
                save,
                counters.snapshot());
    }

    private Duration oldestMessage(Progress progress, long now) {
        Duration inFlight = age(progress.inFlight(), now);
        Duration head = delivering() ? age(progress.head(), now) : Duration.ZERO;
        return inFlight.compareTo(head) >= 0 ? inFlight : head;
    }

    private void addHung(Map<HealthIssue, Issue> current, Progress progress, Duration message, Duration save) {
        if (save.compareTo(bounds.save()) >= 0) {
            current.putIfAbsent(
                    HealthIssue.STORE,
                    new Issue("the offset store has not completed a save for " + save.toSeconds() + " s", true));
        }
        if (message.compareTo(bounds.message()) >= 0) {
            String what = progress.inFlight() == NEVER
                    ? "the next message could not be dispatched for "
                    : "message " + progress.message() + " has not been completed by the route for ";
            current.putIfAbsent(HealthIssue.MESSAGE, new Issue(what + message.toSeconds() + " s", true));
        }
    }

    private static Duration age(long since, long now) {
        return since == NEVER ? Duration.ZERO : Duration.ofNanos(Math.max(0, now - since));
    }

    private static @Nullable String text(@Nullable StreamOffset offset) {
        return offset == null ? null : offset.value();
    }
}
