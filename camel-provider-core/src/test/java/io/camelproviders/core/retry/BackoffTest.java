/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    private static final Backoff STREAMS = Backoff.of(Duration.ofMillis(500), 2, Duration.ofSeconds(30));

    /** When a client tries that fails from the beginning to the end of an outage, in milliseconds. */
    private static List<Long> attempts(Backoff first, Duration outage) {
        List<Long> times = new ArrayList<>();
        Backoff step = first;
        for (long now = step.delay().toMillis();
                now < outage.toMillis();
                now += step.delay().toMillis()) {
            times.add(now);
            step = step.next();
        }
        return times;
    }

    @Test
    void waitsBetweenATenthAndTheWholeOfAStepThatDoublesUpToTheLongest() {
        // given
        Backoff step = STREAMS;
        long[] bases = {500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000};
        for (long base : bases) {
            for (int i = 0; i < 1_000; i++) {
                // when
                long wait = step.delay().toMillis();
                // then
                assertThat(wait).isBetween(base / 10, base);
            }
            step = step.next();
        }
    }

    @Test
    void neverTriesOftenInASecond() {
        for (int round = 0; round < 100; round++) {
            // when
            List<Long> times = attempts(STREAMS, Duration.ofMinutes(10));
            // then
            for (int i = 0; i + 5 < times.size(); i++) {
                assertThat(times.get(i + 5) - times.get(i)).isGreaterThan(1_000);
            }
            assertThat(times).hasSizeLessThan(60);
        }
    }

    /** After an outage shorter than the first wait, and after longer ones: no tenth of a second sees three tenths of all. */
    @ParameterizedTest
    @ValueSource(longs = {0, 500, 1_000, 5_000, 10_000, 30_000})
    void spreadsTheFirstAttemptsOfClientsThatFailedTogether(long outage) {
        // given
        int clients = 1_000;
        Map<Long, Integer> bins = new HashMap<>();
        // when
        for (int client = 0; client < clients; client++) {
            long first = attempts(STREAMS, Duration.ofMinutes(5)).stream()
                    .filter(time -> time >= outage)
                    .findFirst()
                    .orElseThrow();
            bins.merge(first / 100, 1, Integer::sum);
        }
        // then
        assertThat(bins.values()).allMatch(count -> count < clients * 3 / 10);
    }

    @Test
    void bearsAbsurdSteps() {
        assertThat(Backoff.of(Duration.ZERO, 2, Duration.ZERO).next().delay()).isZero();
        assertThat(Backoff.of(Duration.ofHours(1), 2, Duration.ofSeconds(1)).delay())
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.of(Duration.ofDays(1), 1e9, Duration.ofDays(1_000))
                        .next()
                        .next()
                        .base())
                .isEqualTo(Duration.ofDays(1_000));
    }
}
