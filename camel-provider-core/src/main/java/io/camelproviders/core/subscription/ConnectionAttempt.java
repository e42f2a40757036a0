/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.HttpRequest;
import io.camelproviders.core.http.StreamConnection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The current attempt: its number, and whatever of it is under way (a wait, a handshake, a connection). What an older
 * attempt still has to say carries an older number and is not heard. Confined to the steps of its subscription.
 */
final class ConnectionAttempt {

    private int number;
    private Scheduler.@Nullable Scheduled alarm;
    private @Nullable CompletableFuture<HttpRequest> handshake;
    private @Nullable StreamConnection connection;

    /** A new attempt begins. */
    int next() {
        return ++number;
    }

    int number() {
        return number;
    }

    void waits(Scheduler.Scheduled next) {
        alarm = next;
    }

    void shakesHands(CompletableFuture<HttpRequest> next) {
        handshake = next;
    }

    void opens(StreamConnection next) {
        handshake = null;
        connection = next;
    }

    /** The connection has told its end, or the handshake failed. */
    void ended() {
        handshake = null;
        connection = null;
    }

    void grant(int bytes) {
        if (bytes > 0 && connection != null) {
            connection.grant(bytes);
        }
    }

    /** Ends whatever is under way, at once. */
    void drop() {
        number++;
        if (alarm != null) {
            alarm.cancel();
        }
        if (handshake != null) {
            handshake.cancel(true);
        }
        if (connection != null) {
            connection.abort();
        }
        alarm = null;
        ended();
    }
}
