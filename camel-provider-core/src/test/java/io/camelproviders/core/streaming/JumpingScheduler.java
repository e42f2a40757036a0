/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.streaming;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Records what it was asked for; time passes when the test says so. */
final class JumpingScheduler implements Scheduler {

    record Planned(Duration delay, Runnable step, boolean[] cancelled) {}

    final List<Planned> planned = new ArrayList<>();

    @Override
    public Scheduled schedule(Duration delay, Runnable step) {
        Planned entry = new Planned(delay, step, new boolean[1]);
        planned.add(entry);
        return () -> entry.cancelled()[0] = true;
    }

    @Override
    public long nanoTime() {
        return 0;
    }

    /** Runs everything that is planned and not called off. */
    void jump() {
        List<Planned> due = List.copyOf(planned);
        planned.clear();
        due.stream().filter(entry -> !entry.cancelled()[0]).forEach(entry -> entry.step()
                .run());
    }
}
