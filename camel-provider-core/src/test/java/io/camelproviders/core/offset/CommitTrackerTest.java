/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommitTrackerTest {

    @Test
    void movesTheWatermarkInOrder() {
        CommitTracker tracker = new CommitTracker();
        long first = tracker.received(new StreamOffset("z"));
        long second = tracker.received(new StreamOffset("a"));

        assertThat(tracker.done(first)).contains(new StreamOffset("z"));
        assertThat(tracker.done(second)).contains(new StreamOffset("a"));
        assertThat(tracker.inFlight()).isZero();
    }

    @Test
    void holdsTheWatermarkBeforeAGapAndJumpsWhenItIsFilled() {
        CommitTracker tracker = new CommitTracker(new StreamOffset("stored"));
        long first = tracker.received(new StreamOffset("1"));
        long second = tracker.received(new StreamOffset("2"));
        long third = tracker.received(new StreamOffset("3"));

        assertThat(tracker.done(third)).isEmpty();
        assertThat(tracker.done(second)).isEmpty();
        assertThat(tracker.watermark()).contains(new StreamOffset("stored"));
        assertThat(tracker.inFlight()).isEqualTo(3);
        assertThat(tracker.done(first)).contains(new StreamOffset("3"));
        assertThat(tracker.inFlight()).isZero();
    }

    @Test
    void countsASecondReportNotAtAll() {
        CommitTracker tracker = new CommitTracker();
        long first = tracker.received(new StreamOffset("1"));
        long second = tracker.received(new StreamOffset("2"));
        long third = tracker.received(new StreamOffset("3"));

        tracker.done(first);
        assertThat(tracker.done(first)).isEmpty();
        tracker.done(third);
        assertThat(tracker.done(third)).isEmpty();
        assertThat(tracker.done(second)).contains(new StreamOffset("3"));
    }

    @Test
    void refusesANumberItNeverGave() {
        CommitTracker tracker = new CommitTracker();
        tracker.received(new StreamOffset("1"));

        assertThatThrownBy(() -> tracker.done(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tracker.done(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(tracker.watermark()).isEmpty();
    }

    @Test
    void neverPassesAnUnfinishedPositionInAnyOrderOfCompletion() {
        Random random = new Random(7);
        for (int run = 0; run < 200; run++) {
            CommitTracker tracker = new CommitTracker();
            int count = 1 + random.nextInt(60);
            List<Long> order = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                order.add(tracker.received(new StreamOffset("p" + i)));
            }
            Collections.shuffle(order, random);
            boolean[] done = new boolean[count];

            for (long sequence : order) {
                done[(int) sequence] = true;
                tracker.done(sequence);
                int expected = 0;
                while (expected < count && done[expected]) {
                    expected++;
                }
                assertThat(tracker.inFlight()).isEqualTo(count - expected);
                assertThat(tracker.watermark().map(StreamOffset::value).orElse("p-1"))
                        .isEqualTo("p" + (expected - 1));
            }
        }
    }

    @Test
    void staysSmallOverMillionsOfPositions() {
        CommitTracker tracker = new CommitTracker();
        StreamOffset position = new StreamOffset("x");
        long behind = tracker.received(position);

        for (int i = 0; i < 3_000_000; i++) {
            long sequence = tracker.received(position);
            tracker.done(behind);
            behind = sequence;
        }

        assertThat(tracker.inFlight()).isEqualTo(1);
    }
}
