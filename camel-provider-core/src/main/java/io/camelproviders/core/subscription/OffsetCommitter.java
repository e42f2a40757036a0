/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.offset.CommitTracker;
import io.camelproviders.core.offset.OffsetStore;
import io.camelproviders.core.offset.StreamOffset;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are done, and which of that is stored. A message gives its place in the window back only when its being
 * done is stored, so that a crash repeats at most {@code maxInFlight} messages. At most one save runs at a time; what is
 * done meanwhile goes with the next one. Confined to the steps of its subscription.
 */
final class OffsetCommitter {

    private final OffsetStore store;
    private final String key;
    private final OffsetAttachments companions;

    /** Messages passed over that the watermark may not have reached yet. */
    private final ArrayDeque<Passed> passedOver = new ArrayDeque<>();

    /** Entries of companions that are not stored yet: those of this save, or of one that failed. */
    private final Map<String, String> owed = new LinkedHashMap<>();

    private final Consumer<Runnable> steps;
    private final CommitTracker tracker = new CommitTracker();
    private @Nullable StreamOffset watermark;
    private @Nullable StreamOffset stored;
    private int doneUnsaved;
    private long lastHandedOver = -1;
    private boolean dirty;
    private boolean saving;

    /**
     * @param companions further entries to be stored with positions, before them
     * @param steps runs a step of the subscription
     */
    OffsetCommitter(OffsetStore store, String key, OffsetAttachments companions, Consumer<Runnable> steps) {
        this.store = store;
        this.key = key;
        this.companions = companions;
        this.steps = steps;
    }

    private record Passed(long sequence, String id) {}

    /** Where all begins. */
    void startAt(StreamOffset position) {
        stored = position;
        watermark = position;
    }

    /** Places taken: handed over, or done and not stored yet. */
    int taken() {
        return tracker.inFlight() + doneUnsaved;
    }

    long handedOver(StreamOffset position) {
        lastHandedOver = tracker.received(position);
        return lastHandedOver;
    }

    /** Number of the oldest message that is not done. */
    long oldestInFlight() {
        return lastHandedOver + 1 - tracker.inFlight();
    }

    void done(long sequence) {
        int before = tracker.inFlight();
        Optional<StreamOffset> moved = tracker.done(sequence);
        if (moved.isPresent()) {
            watermark = moved.get();
            dirty = true;
            doneUnsaved += before - tracker.inFlight();
        }
    }

    /** Moves past a message that nobody was given. */
    void passed(StreamOffset position) {
        if (tracker.inFlight() > 0) {
            long sequence = handedOver(position);
            passedOver.add(new Passed(sequence, position.value()));
            done(sequence);
            return;
        }
        companions.passed(position.value());
        watermark = position;
        dirty = true;
    }

    private void tellPassed() {
        for (Passed next = passedOver.peek();
                next != null && next.sequence() < oldestInFlight();
                next = passedOver.peek()) {
            passedOver.remove();
            companions.passed(next.id());
        }
    }

    /**
     * Stores what is done, unless a save runs already or there is nothing to store.
     *
     * @param ended told of the end of the save, null for success
     */
    void save(Consumer<@Nullable Throwable> ended) {
        StreamOffset target = watermark;
        if (saving || !dirty || target == null) {
            return;
        }
        saving = true;
        dirty = false;
        int covered = doneUnsaved;
        tellPassed();
        owed.putAll(companions.changes());
        Map<String, String> entries = new LinkedHashMap<>(owed);
        entries.put(key, target.value());
        CompletableFuture<?> unused = Futures.ask(() -> store.save(entries))
                .whenComplete((nothing, failure) -> steps.accept(() -> {
                    saving = false;
                    settle(target, covered, failure == null);
                    ended.accept(failure);
                }));
    }

    private void settle(StreamOffset target, int covered, boolean success) {
        if (success) {
            stored = target;
            doneUnsaved -= covered;
            owed.clear();
        } else {
            dirty = true;
        }
    }

    /** Whether everything that is done is stored. */
    boolean settled() {
        return !saving && !dirty;
    }

    int inFlight() {
        return tracker.inFlight();
    }

    @Nullable
    StreamOffset stored() {
        return stored;
    }
}
