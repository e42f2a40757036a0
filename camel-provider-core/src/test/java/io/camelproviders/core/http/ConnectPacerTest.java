/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.concurrent.RecordingScheduler;
import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectPacerTest {

    private final RecordingScheduler scheduler = new RecordingScheduler();
    private final ConnectPacer pacer = new ConnectPacer(200, scheduler);
    private final List<Long> openings = new ArrayList<>();

    @Test
    void spreadsManyOpenings() {
        for (int i = 0; i < 1_000; i++) {
            pacer.admit("a", () -> openings.add(scheduler.nanoTime()));
        }
        scheduler.advance(Duration.ofSeconds(10));

        assertThat(openings).hasSize(1_000);
        for (int i = 0; i + 205 < openings.size(); i++) {
            assertThat(openings.get(i + 205) - openings.get(i))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
        }
        assertThat(openings.get(999)).isLessThan(Duration.ofSeconds(5).toNanos());
    }

    @Test
    void letsAFewGoAtOnce() {
        for (int i = 0; i < 10; i++) {
            pacer.admit("a", () -> openings.add(scheduler.nanoTime()));
        }
        scheduler.advance(Duration.ZERO);

        assertThat(openings).hasSize(ConnectPacer.BURST);
    }

    @Test
    void savesNoMoreThanTheBurstWhileNothingHappens() {
        pacer.admit("a", () -> {});
        scheduler.advance(Duration.ofHours(1));

        for (int i = 0; i < 10; i++) {
            pacer.admit("a", () -> openings.add(scheduler.nanoTime()));
        }
        scheduler.advance(Duration.ZERO);

        assertThat(openings).hasSize(ConnectPacer.BURST);
    }

    @Test
    void givesTheTurnsOfCancelledOpeningsToTheOthers() {
        for (int round = 0; round < 15; round++) {
            List<Scheduler.Scheduled> cancelled = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                cancelled.add(pacer.admit("a", () -> openings.add(-1L)));
            }
            cancelled.forEach(Scheduler.Scheduled::cancel);
        }
        for (int i = 0; i < 200; i++) {
            pacer.admit("a", () -> openings.add(scheduler.nanoTime()));
        }
        scheduler.advance(Duration.ofSeconds(2));

        assertThat(openings).hasSize(200).allMatch(at -> at >= 0);
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void opensNothingForALongerAndLongerTimeWhileThereAreNoDescriptors() {
        for (int failures = 1; failures <= 8; failures++) {
            pacer.outOfDescriptors();
            pacer.outOfDescriptors();
            pacer.admit("a", () -> openings.add(scheduler.nanoTime()));
            long pause = Math.min(30_000, 1_000L << (failures - 1));
            scheduler.advance(Duration.ofMillis(pause - 1));
            assertThat(openings).hasSize(failures - 1);
            scheduler.advance(Duration.ofMillis(1));
            assertThat(openings).hasSize(failures);
        }
        pacer.opened();
        pacer.outOfDescriptors();
        pacer.admit("a", () -> openings.add(scheduler.nanoTime()));
        scheduler.advance(ConnectPacer.FIRST_PAUSE);

        assertThat(openings).hasSize(9);
    }

    @Test
    void countsEachOriginByItself() {
        for (int i = 0; i < 100; i++) {
            pacer.admit("a", () -> {});
        }
        scheduler.waits.clear();

        pacer.admit("b", () -> {});

        assertThat(scheduler.waits).containsExactly(Duration.ZERO);
    }
}
