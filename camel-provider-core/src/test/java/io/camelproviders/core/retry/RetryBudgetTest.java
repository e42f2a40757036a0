/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.concurrent.RecordingScheduler;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {

    private static final Duration BACKOFF = Duration.ofSeconds(1);

    private final RecordingScheduler clock = new RecordingScheduler();
    private final RetryBudget budget = new RetryBudget(clock);

    @Test
    void allowsAHundredRetriesAndThenOneProbePerBackoff() {
        assertThat(allowed(1_000, false)).isEqualTo(101);
        clock.advance(BACKOFF.minusNanos(1));
        assertThat(allowed(10, false)).isZero();
        clock.advance(Duration.ofNanos(1));
        assertThat(allowed(10, false)).isEqualTo(1);
    }

    @Test
    void chargesTwiceAfterATimeout() {
        assertThat(allowed(1_000, true)).isEqualTo(51);
    }

    @Test
    void paysOneTokenBackPerSuccess() {
        allowed(1_000, false);
        for (int i = 0; i < 10; i++) {
            budget.succeeded("a");
        }

        assertThat(budget.tokens("a")).isEqualTo(10);
        assertThat(allowed(10, false)).isEqualTo(3);
    }

    @Test
    void holdsNoMoreThanItsCapacity() {
        budget.take("a", false, BACKOFF);
        for (int i = 0; i < 1_000; i++) {
            budget.succeeded("a");
        }

        assertThat(budget.tokens("a")).isEqualTo(RetryBudget.CAPACITY);
    }

    @Test
    void countsEachOriginByItself() {
        allowed(1_000, false);

        assertThat(budget.take("b", false, BACKOFF)).isTrue();
        assertThat(budget.tokens("c")).isEqualTo(RetryBudget.CAPACITY);
    }

    private int allowed(int asked, boolean afterTimeout) {
        int allowed = 0;
        for (int i = 0; i < asked; i++) {
            allowed += budget.take("a", afterTimeout, BACKOFF) ? 1 : 0;
        }
        return allowed;
    }
}
