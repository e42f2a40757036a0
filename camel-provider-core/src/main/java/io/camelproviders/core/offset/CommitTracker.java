/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Up to where is everything done? Keeps received offsets in their order and moves the watermark over those that are
 * done without a gap; offsets are opaque, only their order of arrival counts.
 *
 * <p>Holds one entry for each offset in flight, so it is as bounded as {@link #inFlight()} is by its owner. Confined
 * to one thread at a time; not safe without that.
 */
public final class CommitTracker {

    private static final int SMALLEST = 16;

    // a ring, indexed by sequence number modulo its length, a power of two
    private @Nullable StreamOffset[] positions = new StreamOffset[SMALLEST];
    private boolean[] finished = new boolean[SMALLEST];

    private long oldest;
    private long next;
    private @Nullable StreamOffset watermark;

    /** Starts with nothing done. */
    public CommitTracker() {
        this(null);
    }

    /** Starts at a stored offset; null if there is none. */
    public CommitTracker(@Nullable StreamOffset watermark) {
        this.watermark = watermark;
    }

    /** Notes an offset as in flight; returns the number under which it is reported done. */
    public long received(StreamOffset position) {
        if (next - oldest == positions.length) {
            grow();
        }
        positions[slot(next)] = position;
        finished[slot(next)] = false;
        return next++;
    }

    /**
     * Notes an offset as done. A second report of the same one changes nothing.
     *
     * @param sequence what {@link #received} returned
     * @return the new watermark if it moved
     * @throws IllegalArgumentException if the number was never handed out
     */
    public Optional<StreamOffset> done(long sequence) {
        if (sequence < 0 || sequence >= next) {
            throw new IllegalArgumentException("no position was received under number " + sequence);
        }
        if (sequence < oldest) {
            return Optional.empty();
        }
        finished[slot(sequence)] = true;
        if (sequence > oldest) {
            return Optional.empty();
        }
        while (oldest < next && finished[slot(oldest)]) {
            watermark = positions[slot(oldest)];
            positions[slot(oldest)] = null;
            oldest++;
        }
        return watermark();
    }

    /**
     * Positions received that the watermark has not reached. Those done out of order count too, since a crash now would
     * repeat them.
     */
    public int inFlight() {
        return (int) (next - oldest);
    }

    /** The last offset with nothing unfinished before it. */
    public Optional<StreamOffset> watermark() {
        return Optional.ofNullable(watermark);
    }

    private int slot(long sequence) {
        return (int) (sequence & (positions.length - 1));
    }

    private void grow() {
        @Nullable StreamOffset[] wider = new StreamOffset[positions.length * 2];
        boolean[] widerFinished = new boolean[wider.length];
        for (long sequence = oldest; sequence < next; sequence++) {
            int to = (int) (sequence & (wider.length - 1));
            wider[to] = positions[slot(sequence)];
            widerFinished[to] = finished[slot(sequence)];
        }
        positions = wider;
        finished = widerFinished;
    }
}
