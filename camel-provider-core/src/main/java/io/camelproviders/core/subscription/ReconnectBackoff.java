/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.retry.Backoff;
import io.camelproviders.core.subscription.StreamLog.LogEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long to wait before the next attempt, and what the log says of it: one WARN when an outage begins, one INFO when it
 * is over. Confined to the steps of its subscription.
 */
final class ReconnectBackoff {

    private static final Logger LOG = LoggerFactory.getLogger(StreamSubscription.class);

    private final String key;
    private final SubscriptionSettings settings;
    private final StreamLog log;
    private Backoff backoff;
    private int failures;
    private boolean announced;

    ReconnectBackoff(String key, SubscriptionSettings settings, StreamLog log) {
        this.key = key;
        this.log = log;
        this.settings = settings;
        this.backoff = settings.reconnect();
    }

    /** A connection brought a message or lived long: the next outage begins with the shortest wait. */
    void healthy() {
        backoff = settings.reconnect();
        failures = 0;
    }

    /** A connection stands. */
    void connected() {
        if (announced) {
            announced = false;
            log.tell(LogEvent.CONNECTED_AGAIN, key, "connected again");
        }
    }

    /** Counts a failed attempt; tells whether there may be another one. */
    boolean mayTryAgain() {
        failures++;
        return settings.maxReconnects() < 0 || failures <= settings.maxReconnects();
    }

    /**
     * The wait before the next attempt: our back-off, or what the provider asks for if that is longer. A stream does not
     * give up because it is asked to wait long.
     *
     * @param reconnectionMillis the stream's own {@code retry:}, negative for none; clamped to our longest wait
     */
    Duration next(@Nullable ProviderException cause, long reconnectionMillis) {
        Duration delay = backoff.delay();
        backoff = backoff.next();
        if (reconnectionMillis >= 0) {
            long most = settings.reconnect().max().toMillis();
            delay = longer(delay, Duration.ofMillis(Math.min(reconnectionMillis, most)));
        }
        return cause == null ? delay : longer(delay, cause.retryAfter().orElse(Duration.ZERO));
    }

    /** Whether this outage has been told. */
    boolean announced() {
        return announced;
    }

    /**
     * Says what happened, once an outage. A server that closes properly after a while is no news.
     *
     * @return whether it was told by name
     */
    boolean announce(String what, Duration delay, boolean routine) {
        if (announced || (routine && failures <= 1)) {
            LOG.debug("Stream {}: {}; next attempt in {} ms", key, what, delay.toMillis());
            return false;
        }
        announced = true;
        return log.tell(LogEvent.LOST, key, "lost (" + what + "); next attempt in " + delay.toMillis() + " ms");
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
