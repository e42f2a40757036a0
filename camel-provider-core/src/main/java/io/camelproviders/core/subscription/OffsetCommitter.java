/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.offset.CommitTracker;
import io.camelproviders.core.offset.StreamOffset;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are done, and what of that is stored. A message leaves the in-flight window only when its completion is stored,
 * so that a crash repeats at most {@code maxInFlight} messages. Confined to the tasks of its subscription.
 */
final class OffsetCommitter {

    private final String key;
    private final OffsetAttachments attachments;

    /** Skipped messages that the watermark may not have reached yet. */
    private final ArrayDeque<Skipped> skipped = new ArrayDeque<>();

    /** Attachments that are not stored yet: those of the save in progress, or of one that failed. */
    private final Map<String, String> unsaved = new LinkedHashMap<>();

    private final CommitTracker tracker = new CommitTracker();
    private @Nullable StreamOffset watermark;
    private @Nullable StreamOffset stored;
    private int doneUnsaved;
    private long lastDispatched = -1;
    private boolean dirty;

    private record Skipped(long sequence, String id) {}

    /**
     * What one save stores.
     *
     * @param covered messages whose completion it stores
     */
    record Save(Map<String, String> entries, StreamOffset target, int covered) {}

    /**
     * @param key key of the offset in the store
     * @param attachments further entries to be stored with offsets, before them
     */
    OffsetCommitter(String key, OffsetAttachments attachments) {
        this.key = key;
        this.attachments = attachments;
    }

    /** The offset that is stored already. */
    void startAt(StreamOffset offset) {
        stored = offset;
        watermark = offset;
    }

    /** Occupied places of the window: messages dispatched, or done and not stored yet. */
    int occupied() {
        return tracker.inFlight() + doneUnsaved;
    }

    /** Notes a message as in flight; returns its sequence number. */
    long dispatched(StreamOffset offset) {
        lastDispatched = tracker.received(offset);
        return lastDispatched;
    }

    /** Sequence number of the oldest message that is not done. */
    long oldestInFlight() {
        return lastDispatched + 1 - tracker.inFlight();
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

    /** Moves past a message that is not dispatched. */
    void skip(StreamOffset offset) {
        if (tracker.inFlight() > 0) {
            long sequence = dispatched(offset);
            skipped.add(new Skipped(sequence, offset.value()));
            done(sequence);
            return;
        }
        attachments.passed(offset.value());
        watermark = offset;
        dirty = true;
    }

    /** What is to be stored now; null if there is nothing. It counts as stored only after {@link #saved}. */
    @Nullable
    Save next() {
        StreamOffset target = watermark;
        if (!dirty || target == null) {
            return null;
        }
        announceSkipped();
        unsaved.putAll(attachments.changes());
        Map<String, String> entries = new LinkedHashMap<>(unsaved);
        entries.put(key, target.value());
        dirty = false;
        return new Save(entries, target, doneUnsaved);
    }

    private void announceSkipped() {
        for (Skipped next = skipped.peek(); next != null && next.sequence() < oldestInFlight(); next = skipped.peek()) {
            attachments.passed(next.id());
            skipped.remove();
        }
    }

    void saved(Save save) {
        stored = save.target();
        doneUnsaved -= save.covered();
        unsaved.clear();
    }

    /** The save failed: what it should have stored is stored by the next one. */
    void notSaved() {
        dirty = true;
    }

    /** Whether something is done and no save for it has begun. */
    boolean dirty() {
        return dirty;
    }

    @Nullable
    StreamOffset stored() {
        return stored;
    }
}
