/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 3000", "' 7 ', 7000", "007, 7000", "86400, 86400000", "1.5, 2000", "2.0, 3000", "0.2, 1000"
    })
    void readsSecondsAndNeverRoundsDown(String value, long millis) {
        assertThat(RetryAfter.parse(value, null, CLOCK)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 22 Nov 2026 10:00:05 GMT",
                "Sunday, 22-Nov-26 10:00:05 GMT",
                "Sun Nov 22 10:00:05 2026",
            })
    void readsTheThreeDateForms(String value) {
        assertThat(RetryAfter.parse(value, null, CLOCK)).contains(Duration.ofSeconds(5));
    }

    @Test
    void readsASingleDigitDayOfTheOldForm() {
        Clock sixth = Clock.fixed(Instant.parse("1994-11-06T08:49:30Z"), ZoneOffset.UTC);

        assertThat(RetryAfter.parse("Sun Nov  6 08:49:37 1994", null, sixth)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("Sunday, 06-Nov-94 08:49:37 GMT", null, sixth))
                .contains(Duration.ofSeconds(7));
    }

    @Test
    void takesATwoDigitYearForThePastIfItWouldBeFarAhead() {
        assertThat(RetryAfter.parse("Sunday, 06-Nov-94 08:49:37 GMT", null, CLOCK))
                .contains(Duration.ZERO);
    }

    @Test
    void countsFromTheAnswersOwnDate() {
        String anHourAhead = "Sun, 22 Nov 2026 11:00:00 GMT";

        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 11:00:04 GMT", anHourAhead, CLOCK))
                .contains(Duration.ofSeconds(4));
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 10:00:04 GMT", "garbage", CLOCK))
                .contains(Duration.ofSeconds(4));
    }

    @Test
    void neverReturnsANegativeWait() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 09:59:00 GMT", null, CLOCK))
                .contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "1e9",
                "abc",
                "1.",
                ".5",
                "1.5.2",
                "1 2",
                "5s",
                "+3",
                "0x10",
                "\u0663",
                "Sun, 22 Nov 2026",
                "Sun, 32 Nov 2026 10:00:05 GMT",
                "Sun, 22 Nov 2026 10:00:05 PST",
                "2026-11-22T10:00:05Z",
                ", , ,"
            })
    void doesNotUnderstandOtherValues(String value) {
        assertThat(RetryAfter.parse(value, null, CLOCK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999",
                "18446744073709551617",
                "1000000000000000000000",
                "Sun, 06 Nov +999999999 08:49:37 GMT",
                "Sun, 06 Nov -999999999 08:49:37 GMT",
                "Sun, 06 Nov 10000 08:49:37 GMT",
                "Sun Nov  6 08:49:37 +999999999"
            })
    void treatsAnOverflowingValueAsAbsent(String value) {
        assertThat(RetryAfter.parse(value, null, CLOCK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400000", "9999999999", "9999999999.9", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void readsALongDelayThatCanBeAddedToAnyClock(String value) {
        assertThat(RetryAfter.parse(value, null, CLOCK)).hasValueSatisfying(delay -> {
            assertThat(delay).isGreaterThan(Duration.ofDays(900));
            assertThat(delay.toMillis()).isPositive();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "0", " ", "Sun, ", "-", "1.", "\u00e9", "Sun Nov  "})
    void costsLinearTime(String piece) {
        String value = piece.repeat(1_000_000 / piece.length());
        RetryAfter.parse(value, value, CLOCK);

        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            RetryAfter.parse(value, value, CLOCK);
        }
        assertThat(Duration.ofNanos((System.nanoTime() - start) / 10)).isLessThan(Duration.ofSeconds(5));
    }
}
