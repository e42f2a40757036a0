/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.error.ProviderException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.TimeValue;

/**
 * HTTP/1.1 on a few I/O threads, whatever the number of calls and streams.
 *
 * <p>Nothing happens that was not asked for: no retry, no redirect, no cookie, no compression. All timeouts are kept
 * on the scheduler's monotonic clock. Failures are {@code ProviderException}s; those of {@code TransportException} tell
 * whether anything was sent.
 */
public final class AsyncHttpTransport implements HttpTransport, AutoCloseable {

    private static final int LOOKUP_THREADS = 4;
    private static final Duration LOOKUP_THREADS_IDLE = Duration.ofSeconds(10);
    private static final TimeValue MOST_CLOSING = TimeValue.ofMilliseconds(1_500);

    // configuration
    private final HttpSettings settings;
    private final Scheduler scheduler;
    private final ConnectPacer pacer;
    private final ThreadPoolExecutor lookups;
    private final CallAndStreamConnectionManager pools;
    private final CloseableHttpAsyncClient client;

    // shared by all threads
    private final Set<HttpCall> live = ConcurrentHashMap.newKeySet();
    private final AtomicInteger openStreams = new AtomicInteger();
    private volatile boolean closed;

    /**
     * Starts the I/O threads.
     *
     * @param settings how it is set up
     * @param threads makes the I/O threads ({@code ioThreads} and one that minds them) and up to four more, while host
     *     names are being looked up; it should name them {@code camel-provider-io}
     * @param scheduler keeps the timeouts; it must work for longer than the transport
     */
    public AsyncHttpTransport(HttpSettings settings, ThreadFactory threads, Scheduler scheduler) {
        this.settings = settings;
        this.scheduler = scheduler;
        this.pacer = new ConnectPacer(settings.maxConnectsPerSecond(), scheduler);
        this.lookups = new ThreadPoolExecutor(
                LOOKUP_THREADS,
                LOOKUP_THREADS,
                LOOKUP_THREADS_IDLE.toSeconds(),
                TimeUnit.SECONDS,
                // At most one for each exchange that is connecting, and those the pools bound.
                new LinkedBlockingQueue<>(),
                threads);
        lookups.allowCoreThreadTimeOut(true);
        TlsStrategy tls = ClientFactory.tls(settings.tls());
        this.pools = new CallAndStreamConnectionManager(
                ClientFactory.pool(settings, tls, settings.maxConnections()),
                ClientFactory.pool(settings, tls, settings.maxStreams()),
                lookups);
        this.client = ClientFactory.client(settings, pools, threads);
        client.start();
    }

    @Override
    public CompletableFuture<HttpResponse> call(HttpRequest request) {
        CompletableFuture<HttpResponse> result = new CompletableFuture<>();
        HttpCall exchange = new HttpCall(request, new CallListener(result), settings, scheduler, live::remove);
        CompletableFuture<HttpResponse> unused = result.whenComplete((response, failure) -> {
            if (result.isCancelled()) {
                exchange.abort();
            }
        });
        if (register(exchange)) {
            exchange.launch(client, null);
        }
        return result;
    }

    @Override
    public StreamConnection open(HttpRequest request, StreamListener listener) {
        HttpCall exchange = new HttpCall(request, listener, settings, scheduler, gone -> {
            live.remove(gone);
            openStreams.decrementAndGet();
        });
        listener.connecting(exchange);
        openStreams.incrementAndGet();
        if (register(exchange)) {
            later(exchange);
        }
        return exchange;
    }

    /** Launches on the timer, so that the thread that opens is never the one that tells the listener. */
    private void later(HttpCall exchange) {
        try {
            if (openStreams.get() > settings.maxStreams()) {
                exchange.keep(scheduler.after(
                        Duration.ZERO,
                        () -> exchange.fail(exchange.failures()
                                .limit("maxStreams (" + settings.maxStreams()
                                        + ") are open; close some, or raise it"))));
            } else {
                exchange.keep(scheduler.after(
                        Duration.ZERO, () -> exchange.launch(client, CallAndStreamConnectionManager.STREAM)));
            }
        } catch (RejectedExecutionException shutDown) {
            exchange.abort("the timer is shut down");
        }
    }

    private boolean register(HttpCall exchange) {
        live.add(exchange);
        if (closed) {
            exchange.abort("the transport is closed");
            return false;
        }
        return true;
    }

    /**
     * Spreads the opening of streams. Whoever opens many asks it first, before the handshake that a ticket needs: tickets
     * die while they wait.
     */
    public ConnectPacer pacer() {
        return pacer;
    }

    /** What is going on right now. */
    public TransportStats stats() {
        PoolStats calls = pools.callStats();
        return new TransportStats(calls.getLeased(), calls.getPending(), calls.getAvailable(), openStreams.get());
    }

    /**
     * Aborts all calls and streams, closes all sockets and ends all threads; takes three seconds at most. Idempotent;
     * what comes later is aborted at once.
     */
    @Override
    public void close() {
        closed = true;
        live.forEach(exchange -> exchange.abort("the transport was closed"));
        lookups.shutdownNow();
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
            client.awaitShutdown(MOST_CLOSING);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects a whole answer. */
    private record CallListener(CompletableFuture<HttpResponse> result) implements StreamListener {

        @Override
        public boolean accepts(ResponseHead head) {
            return false;
        }

        @Override
        public void opened(ResponseHead head) {
            throw new IllegalStateException("a call is no stream");
        }

        @Override
        public void bytes(ByteBuffer chunk) {
            throw new IllegalStateException("a call is no stream");
        }

        @Override
        public void closed() {
            throw new IllegalStateException("a call is no stream");
        }

        @Override
        public void answered(HttpResponse response) {
            result.complete(response);
        }

        @Override
        public void failed(ProviderException cause) {
            result.completeExceptionally(cause);
        }
    }
}
