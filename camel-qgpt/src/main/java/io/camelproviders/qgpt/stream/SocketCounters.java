/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import java.util.concurrent.atomic.AtomicLong;

/** What happened on a socket. Safe for all threads. */
final class SocketCounters {

    final AtomicLong inFlight = new AtomicLong();
    final AtomicLong answers = new AtomicLong();
    final AtomicLong failures = new AtomicLong();
    final AtomicLong unknown = new AtomicLong();
    final AtomicLong malformed = new AtomicLong();
    final AtomicLong recovered = new AtomicLong();
    final AtomicLong unheard = new AtomicLong();

    /** An exchange has ended for its listener, not whole. */
    void failed() {
        inFlight.decrementAndGet();
        failures.incrementAndGet();
    }

    SocketHealth.Counters now() {
        return new SocketHealth.Counters(
                inFlight.get(),
                answers.get(),
                failures.get(),
                unknown.get(),
                malformed.get(),
                recovered.get(),
                unheard.get());
    }
}
