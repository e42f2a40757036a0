/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import java.util.concurrent.atomic.LongAdder;

/** What happened so far; written by the steps, read by anybody. */
final class SubscriptionCounters {

    final LongAdder connects = new LongAdder();
    final LongAdder messages = new LongAdder();
    final LongAdder duplicates = new LongAdder();
    final LongAdder skipped = new LongAdder();
    final LongAdder malformed = new LongAdder();
    final LongAdder failures = new LongAdder();
    final LongAdder passedOver = new LongAdder();
    final LongAdder restartsFromNow = new LongAdder();

    StreamStatus.Counts snapshot() {
        return new StreamStatus.Counts(
                connects.sum(),
                messages.sum(),
                duplicates.sum(),
                skipped.sum(),
                malformed.sum(),
                failures.sum(),
                passedOver.sum(),
                restartsFromNow.sum());
    }
}
