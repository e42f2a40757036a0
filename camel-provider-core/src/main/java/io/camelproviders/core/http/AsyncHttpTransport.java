/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.http;

import io.camelproviders.core.concurrent.Futures;
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
import org.apache.hc.core5.pool.PoolStats;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 on a few I/O threads, whatever the number of calls and streams.
 *
 * <p>Nothing happens on its own account: no retry, no redirect, no cookie, no compression. All timeouts run on the scheduler's
 * monotonic clock. Failures are {@code ProviderException}s; those of {@code TransportException} say whether anything was sent.
 *
 * <p>Survives the loss of its I/O threads, which an {@code OutOfMemoryError} ends for good: what they carried fails, and the next
 * request gets new ones. When file descriptors run out, idle connections of calls are closed and streams wait.
 */
public final class AsyncHttpTransport implements HttpTransport, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AsyncHttpTransport.class);
    private static final int LOOKUP_THREADS = 4;
    private static final Duration LOOKUP_THREADS_IDLE = Duration.ofSeconds(10);

    // configuration
    private final HttpSettings settings;
    private final ThreadFactory threads;
    private final Scheduler scheduler;
    private final ConnectPacer pacer;
    private final ThreadPoolExecutor lookups;

    // shared by all threads
    private final Set<HttpCall> live = ConcurrentHashMap.newKeySet();
    private final AtomicInteger openStreams = new AtomicInteger();

    /** Guards the replacement of the client; no I/O happens while it is held. */
    private final Object lock = new Object();

    private volatile ClientInstance current;
    private volatile boolean closed;

    /**
     * Starts the I/O threads.
     *
     * @param settings configuration
     * @param threads makes the I/O threads ({@code ioThreads} and one that supervises them) and up to four more while host names
     *     are looked up; it should name them {@code camel-provider-io}
     * @param scheduler runs the timeouts; it must outlive the transport
     */
    public AsyncHttpTransport(HttpSettings settings, ThreadFactory threads, Scheduler scheduler) {
        this.settings = settings;
        this.threads = threads;
        this.scheduler = scheduler;
        this.pacer = new ConnectPacer(settings.maxConnectsPerSecond(), scheduler);
        this.lookups = new ThreadPoolExecutor(
                LOOKUP_THREADS,
                LOOKUP_THREADS,
                LOOKUP_THREADS_IDLE.toSeconds(),
                TimeUnit.SECONDS,
                // At most one for each call that is connecting, and those the pools bound.
                new LinkedBlockingQueue<>(),
                threads);
        lookups.allowCoreThreadTimeOut(true);
        this.current = newClient();
    }

    private ClientInstance newClient() {
        return new ClientInstance(settings, threads, lookups, this::ioThreadEnded);
    }

    @Override
    public CompletableFuture<HttpResponse> call(HttpRequest request) {
        CompletableFuture<HttpResponse> result = new CompletableFuture<>();
        HttpCall call = new HttpCall(request, new CallListener(result), settings, scheduler, new Observer(false));
        CompletableFuture<?> unused = Futures.onCancel(result, call::abort);
        if (register(call)) {
            call.launch(client(), null);
        }
        return result;
    }

    @Override
    public StreamConnection open(HttpRequest request, StreamListener listener) {
        HttpCall call = new HttpCall(request, listener, settings, scheduler, new Observer(true));
        listener.onConnecting(call);
        openStreams.incrementAndGet();
        if (register(call)) {
            later(call);
        }
        return call;
    }

    /** Launches on the timer, so that the thread that opens is never the one that calls the listener. */
    private void later(HttpCall call) {
        Runnable launch = openStreams.get() > settings.maxStreams()
                ? () -> call.fail(call.failures()
                        .limit("maxStreams (" + settings.maxStreams() + ") are open; close some, or raise it"))
                : () -> call.launch(client(), CallAndStreamConnectionManager.STREAM);
        try {
            call.keep(scheduler.schedule(Duration.ZERO, launch));
        } catch (RejectedExecutionException shutDown) {
            call.abort("the timer is shut down");
        }
    }

    private boolean register(HttpCall call) {
        live.add(call);
        if (closed) {
            call.abort("the transport is closed");
            return false;
        }
        return true;
    }

    // ---- Loss of I/O threads ----

    private void ioThreadEnded() {
        try {
            scheduler.schedule(Duration.ZERO, this::client);
        } catch (RejectedExecutionException | OutOfMemoryError later) {
            LOG.debug("The next request replaces the client", later);
        }
    }

    /** The client, a new one if the last one has lost an I/O thread. */
    private ClientInstance client() {
        ClientInstance found = current;
        if (!found.isBroken() || closed) {
            return found;
        }
        synchronized (lock) {
            if (current != found || closed) {
                return current;
            }
            current = newClient();
        }
        LOG.error("An I/O thread ended unexpectedly; the HTTP client has been replaced. See the log for its cause");
        live.forEach(call -> call.ioThreadEnded(found));
        lookups.execute(found::close);
        return current;
    }

    // ---- Operation ----

    /**
     * Spreads the opening of streams. Who opens many asks it first, before the handshake that a ticket needs: tickets expire while
     * they wait.
     */
    public ConnectPacer pacer() {
        return pacer;
    }

    /** Current activity. */
    public TransportStats stats() {
        PoolStats calls = current.pools().callStats();
        return new TransportStats(calls.getLeased(), calls.getPending(), calls.getAvailable(), openStreams.get());
    }

    /**
     * Aborts all calls and streams, closes all sockets and ends all threads; takes three seconds at most. Idempotent;
     * later requests are aborted at once.
     */
    @Override
    public void close() {
        ClientInstance last;
        synchronized (lock) {
            closed = true;
            last = current;
        }
        live.forEach(call -> call.abort("the transport was closed"));
        lookups.shutdownNow();
        last.close();
    }

    /** What the transport has to know of its calls. */
    private final class Observer implements CallObserver {

        private final boolean stream;

        Observer(boolean stream) {
            this.stream = stream;
        }

        @Override
        public void began() {
            if (stream) {
                pacer.opened();
            }
        }

        /** Idle connections, which only save time, give way to those that are needed. */
        @Override
        public void outOfDescriptors() {
            current.pools().closeIdle();
            pacer.outOfDescriptors();
        }

        @Override
        public void ended(HttpCall call) {
            live.remove(call);
            if (stream) {
                openStreams.decrementAndGet();
            }
        }
    }

    /** Collects a whole answer. */
    private record CallListener(CompletableFuture<HttpResponse> result) implements StreamListener {

        @Override
        public boolean accepts(ResponseHead head) {
            return false;
        }

        @Override
        public void onOpen(ResponseHead head) {
            throw new IllegalStateException("a call is no stream");
        }

        @Override
        public void onBytes(ByteBuffer chunk) {
            throw new IllegalStateException("a call is no stream");
        }

        @Override
        public void onClose() {
            throw new IllegalStateException("a call is no stream");
        }

        @Override
        public void onResponse(HttpResponse response) {
            result.complete(response);
        }

        @Override
        public void onFailure(ProviderException cause) {
            result.completeExceptionally(cause);
        }
    }
}
