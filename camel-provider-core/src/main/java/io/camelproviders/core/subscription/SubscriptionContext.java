/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.concurrent.Executor;

/** What all parts of one subscription share. {@code serial} runs the tasks that its parts are confined to. */
record SubscriptionContext(
        String key,
        SubscriptionSettings settings,
        SubscriptionDependencies dependencies,
        SubscriptionState state,
        SubscriptionCounters counters,
        SubscriptionReporter reporter,
        Executor serial) {

    Scheduler.Scheduled schedule(Duration delay, Runnable task) {
        return dependencies.scheduler().schedule(delay, () -> serial.execute(task));
    }

    long now() {
        return dependencies.scheduler().nanoTime();
    }
}
