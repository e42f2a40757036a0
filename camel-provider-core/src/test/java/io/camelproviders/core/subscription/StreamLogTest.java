/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.concurrent.RecordingScheduler;
import io.camelproviders.core.subscription.StreamLog.LogEvent;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamLogTest {

    private final RecordingScheduler scheduler = new RecordingScheduler();
    private final StreamLog log = new StreamLog(scheduler);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setErr(before);
    }

    private void lost(int from, int to) {
        for (int i = from; i <= to; i++) {
            log.log(LogEvent.LOST, "s" + i, "lost (gone)");
        }
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceFirst(".*StreamSubscription - ", ""))
                .toList();
    }

    @Test
    void namesTenAndCountsTheOthers() {
        // when
        lost(1, 2_000);
        scheduler.advance(StreamLog.WINDOW);
        // then
        assertThat(lines()).hasSize(11).contains("Stream s1: lost (gone)", "Stream s10: lost (gone)");
        assertThat(lines().get(10)).isEqualTo("1990 more streams: lost");
        assertThat(scheduler.waiting()).isZero();
    }

    @Test
    void namesEachOfAFewAndWaitsForNothing() {
        // when
        for (int round = 0; round < 3; round++) {
            lost(1, 3);
            scheduler.advance(StreamLog.WINDOW);
        }
        // then
        assertThat(lines()).hasSize(9).allMatch(line -> line.startsWith("Stream s"));
        assertThat(scheduler.waits).isEmpty();
    }

    @Test
    void countsEachKindOfNewsByItselfAndNamesAgainInTheNextTenSeconds() {
        // when
        lost(1, 20);
        scheduler.advance(Duration.ofSeconds(4));
        log.log(LogEvent.RECONNECTED, "s1", "reconnected");
        lost(21, 30);
        scheduler.advance(Duration.ofSeconds(6));
        lost(31, 31);
        // then
        assertThat(lines().subList(10, 13))
                .containsExactly("Stream s1: reconnected", "20 more streams: lost", "Stream s31: lost (gone)");
    }

    @Test
    void tellsTheNumberWhenItIsClosed() {
        // given
        lost(1, 15);
        // when
        log.close();
        // then
        assertThat(lines()).hasSize(11).endsWith("5 more streams: lost");
        assertThat(scheduler.waiting()).isZero();
    }
}
