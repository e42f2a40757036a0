/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorSchedulerTest {

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final Scheduler scheduler = new ExecutorScheduler(timer);

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void runsAStepNotBeforeItsTime() throws Exception {
        long start = scheduler.nanoTime();
        CountDownLatch ran = new CountDownLatch(1);

        scheduler.schedule(Duration.ofMillis(50), ran::countDown);

        assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(scheduler.nanoTime() - start).isGreaterThanOrEqualTo(50_000_000);
    }

    @Test
    void doesNotRunACancelledStep() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        CountDownLatch later = new CountDownLatch(1);

        Scheduler.Scheduled alarm = scheduler.schedule(Duration.ofMillis(20), () -> ran.set(true));
        alarm.cancel();
        alarm.cancel();
        scheduler.schedule(Duration.ofMillis(60), later::countDown);

        assertThat(later.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void bearsAbsurdDelays() {
        scheduler.schedule(Duration.ofSeconds(Long.MAX_VALUE), () -> {}).cancel();
        scheduler.schedule(Duration.ofSeconds(-5), () -> {}).cancel();

        assertThat(timer.isShutdown()).isFalse();
    }

    @Test
    void saysSoWhenTheTimerIsGone() {
        timer.shutdownNow();

        assertThatThrownBy(() -> scheduler.schedule(Duration.ZERO, () -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }
}
