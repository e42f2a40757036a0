/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.concurrent.RecordingScheduler;
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
        for (int i = 0; i < ConnectPacer.BURST; i++) {
            pacer.admit("a", () -> openings.add(scheduler.nanoTime()));
        }

        assertThat(scheduler.waits).containsOnly(Duration.ZERO);
    }

    @Test
    void savesNoMoreThanTheBurstWhileNothingHappens() {
        pacer.admit("a", () -> {});
        scheduler.advance(Duration.ofHours(1));
        scheduler.waits.clear();

        for (int i = 0; i < 10; i++) {
            pacer.admit("a", () -> {});
        }

        assertThat(scheduler.waits).filteredOn(Duration::isZero).hasSize(ConnectPacer.BURST);
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
