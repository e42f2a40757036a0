/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.error.LogText;
import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.support.observability.ConsumerIssue;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Streams of an account that could not be opened, though the provider lists them. A list may be ahead of the service behind
 * it, so they are tried again, less and less often. Thread-safe.
 */
final class FailedStreams {

    private static final int MOST_DOUBLINGS = 4;
    private static final int TEXT = 200;

    private final long delayNanos;

    /** Guarded by itself; nothing foreign runs under it. */
    private final Map<String, Failed> failed = new HashMap<>();

    private record Failed(int attempts, long nextAttempt, String trouble) {}

    FailedStreams(Duration delay) {
        this.delayNanos = delay.toNanos();
    }

    /** Takes a look at a stream; true if it failed and is to be opened again now. */
    boolean due(StreamStatus status, long now) {
        synchronized (failed) {
            Failed before = failed.get(status.streamKey());
            if (status.counts().connects() > 0) {
                failed.remove(status.streamKey());
                return false;
            }
            if (status.state() != StreamState.FAILED || (before != null && now - before.nextAttempt() < 0)) {
                return false;
            }
            int attempts = before == null ? 1 : before.attempts() + 1;
            long wait = delayNanos << Math.min(attempts - 1, MOST_DOUBLINGS);
            failed.put(
                    status.streamKey(),
                    new Failed(attempts, now + wait, LogText.oneLine(String.valueOf(status.trouble()), TEXT)));
            return true;
        }
    }

    /** The stream is no longer wanted. */
    void forget(String streamKey) {
        synchronized (failed) {
            failed.remove(streamKey);
        }
    }

    /** The streams that could not be opened; they need an operator unless they heal by themselves. */
    Optional<ConsumerIssue> issue() {
        synchronized (failed) {
            return failed.entrySet().stream()
                    .findFirst()
                    .map(first -> new ConsumerIssue(
                            "failedToOpen",
                            failed.size() + " of the listed streams could not be opened and are tried again, stream "
                                    + first.getKey() + ": " + first.getValue().trouble(),
                            true));
        }
    }
}
