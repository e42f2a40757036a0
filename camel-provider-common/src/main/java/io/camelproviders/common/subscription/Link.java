/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.subscription;

import io.camelproviders.common.http.HttpRequest;
import io.camelproviders.common.http.StreamConnection;
import io.camelproviders.common.retry.Sleeper;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The current attempt: its number, and whatever of it is under way (a wait, a handshake, a connection). What an older
 * attempt still has to say carries an older number and is not heard. Confined to the steps of its subscription.
 */
final class Link {

    private int number;
    private Sleeper.@Nullable Alarm alarm;
    private @Nullable CompletableFuture<HttpRequest> handshake;
    private @Nullable StreamConnection connection;

    /** A new attempt begins. */
    int next() {
        return ++number;
    }

    int number() {
        return number;
    }

    void waits(Sleeper.Alarm next) {
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
