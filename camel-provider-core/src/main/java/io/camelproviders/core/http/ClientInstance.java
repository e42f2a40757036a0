/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/**
 * One client of the library with its I/O threads and pools. An I/O thread that ends while the client is in use (an {@code
 * OutOfMemoryError} ends it) never comes back: the instance is broken from then on and another one has to take its place.
 */
final class ClientInstance {

    private static final TimeValue MAX_CLOSING = TimeValue.ofMilliseconds(1_500);

    private final CallAndStreamConnectionManager pools;
    private final CloseableHttpAsyncClient client;
    private final Runnable onBroken;

    private volatile boolean closing;
    private volatile boolean broken;

    /**
     * Starts the I/O threads.
     *
     * @param lookups looks host names up
     * @param onBroken called on an I/O thread that ends
     */
    ClientInstance(HttpSettings settings, ThreadFactory threads, Executor lookups, Runnable onBroken) {
        TlsStrategy tls = ClientFactory.tls(settings.tls());
        this.onBroken = onBroken;
        this.pools = new CallAndStreamConnectionManager(
                ClientFactory.pool(settings, tls, settings.maxConnections()),
                ClientFactory.pool(settings, tls, settings.maxStreams()),
                lookups);
        this.client = ClientFactory.client(settings, pools, task -> threads.newThread(() -> watch(task)));
        client.start();
    }

    private void watch(Runnable task) {
        try {
            task.run();
        } finally {
            if (!closing) {
                broken = true;
                onBroken.run();
            }
        }
    }

    boolean isBroken() {
        return broken;
    }

    CloseableHttpAsyncClient client() {
        return client;
    }

    CallAndStreamConnectionManager pools() {
        return pools;
    }

    /** Closes all sockets and ends all threads; takes three seconds at most. */
    void close() {
        closing = true;
        pools.close(CloseMode.IMMEDIATE);
        // The I/O threads leave by themselves when their sockets are gone. Closing the client at once would close their
        // selectors under them, which HttpCore prints as a ConcurrentModificationException.
        client.initiateShutdown();
        awaitEnd();
        client.close(CloseMode.IMMEDIATE);
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            client.awaitShutdown(MAX_CLOSING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
