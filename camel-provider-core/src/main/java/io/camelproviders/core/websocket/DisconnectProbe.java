/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.websocket;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.concurrent.SerialExecutor;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks, a moment after each burst of messages, whether the peer is still there.
 *
 * <p>The JDK's WebSocket (seen with 17; the code of 25 is the same) loses the end of a connection that comes while a
 * callback of ours runs or while nothing is demanded: its reader then dies of an InternalError that nobody is told. A few
 * pings bring it to light, because writing to the dead connection fails. Confined to the steps of its connection.
 */
final class DisconnectProbe {

    private static final Duration QUIET = Duration.ofMillis(150);
    private static final int PROBES = 3;

    private final Scheduler scheduler;
    private final SerialExecutor steps;
    private final LongSupplier signs;
    private final Runnable ping;
    private Scheduler.@Nullable Scheduled alarm;

    /**
     * @param signs signs of life so far; negative while nothing is read
     * @param ping sends a ping; tells the failure itself
     */
    DisconnectProbe(Scheduler scheduler, SerialExecutor steps, LongSupplier signs, Runnable ping) {
        this.scheduler = scheduler;
        this.steps = steps;
        this.signs = signs;
        this.ping = ping;
    }

    /** A message came, or reading goes on after a pause. */
    void stirred() {
        if (alarm == null) {
            watch(PROBES);
        }
    }

    void stop() {
        if (alarm != null) {
            alarm.cancel();
            alarm = null;
        }
    }

    private void watch(int probes) {
        long before = signs.getAsLong();
        alarm = scheduler.schedule(QUIET, () -> steps.execute(() -> quiet(before, probes)));
    }

    private void quiet(long before, int probes) {
        if (alarm == null) {
            return;
        }
        alarm = null;
        long now = signs.getAsLong();
        if (now < 0) {
            return;
        }
        if (now != before) {
            // Something came; once it was a pong to a probe, the peer is there.
            if (probes == PROBES) {
                watch(PROBES);
            }
        } else if (probes > 0) {
            ping.run();
            watch(probes - 1);
        }
    }
}
