/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.subscription.StreamLog.LogEvent;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a subscription logs and passes to the exception handler: one WARN when an outage begins, one INFO when it is over.
 * A handler that throws is logged and changes nothing. Confined to the tasks of its subscription.
 */
final class SubscriptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StreamSubscription.class);

    private final String key;
    private final StreamLog log;
    private final MessageHandler handler;
    private boolean outageLogged;

    SubscriptionReporter(String key, StreamLog log, MessageHandler handler) {
        this.key = key;
        this.log = log;
        this.handler = handler;
    }

    /** Passes a failure to the exception handler. */
    void report(String what, Throwable cause) {
        report(what, cause, true);
    }

    private void report(String what, Throwable cause, boolean logged) {
        try {
            handler.report(key, what, cause, logged);
        } catch (RuntimeException | Error failure) {
            LOG.error("Stream {}: the exception handler failed for: {}", key, what, failure);
        }
    }

    /** Logs an event with its own line and passes its cause to the exception handler. */
    void event(LogEvent event, String line, String what, Throwable cause) {
        report(what, cause, log.log(event, key, line));
    }

    /** Logs an event. */
    void event(LogEvent event, String line) {
        log.log(event, key, line);
    }

    /** A connection is open. */
    void connected() {
        if (outageLogged) {
            outageLogged = false;
            log.log(LogEvent.RECONNECTED, key, "reconnected");
        }
    }

    /** Logs the beginning of an outage, once per outage. A server that closes properly now and then is no news. */
    void disconnected(String what, Duration delay, boolean expected) {
        outage(what, delay, expected);
    }

    /** The same for an outage before the first connection, whose cause goes to the exception handler, too. */
    void cannotStart(String what, String line, Throwable cause, Duration delay) {
        boolean first = !outageLogged;
        boolean logged = outage(line, delay, false);
        if (first) {
            report(what, cause, logged);
        }
    }

    private boolean outage(String what, Duration delay, boolean expected) {
        if (outageLogged || expected) {
            LOG.debug("Stream {}: {}; next attempt in {} ms", key, what, delay.toMillis());
            return false;
        }
        outageLogged = true;
        return log.log(LogEvent.LOST, key, "lost (" + what + "); next attempt in " + delay.toMillis() + " ms");
    }
}
