/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.core.http.AsyncHttpTransport;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.http.TransportStats;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.IdempotencyKeys;
import io.camelproviders.core.retry.RetryBudget;
import io.camelproviders.core.subscription.CredentialGate;
import io.camelproviders.support.observability.Meters;
import io.camelproviders.support.observability.ObservedStreams;
import io.camelproviders.support.observability.StreamMeters;
import io.camelproviders.support.offsets.OffsetStores;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import javax.net.ssl.SSLContext;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.CamelThreadFactory;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all endpoints of one component share: threads, connections, the memory of keys and of own messages. All threads
 * come from Camel's {@code ExecutorServiceManager}; besides the I/O threads there are at most eight that run routes behind
 * consumers, eight that go on with exchanges behind producers (more while all of them wait, see {@link CompensatingExecutor}), one
 * for each streamed answer that a route walks through, one that stores offsets and one that waits.
 */
public final class ProviderRuntime extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRuntime.class);
    private static final int HAND_OVER_THREADS = 8;

    private final CamelContext context;
    private final String scheme;
    private final Map<HttpSettings, AsyncHttpTransport> transports = new LinkedHashMap<>();
    private final Map<SSLContextParameters, SSLContext> tls = new LinkedHashMap<>();
    private final Map<ObservedStreams, Runnable> consumers = new ConcurrentHashMap<>();
    private final Map<String, ServerClock> serverClocks = new ConcurrentHashMap<>();
    private final Map<List<Object>, CredentialGate> credentialGates = new ConcurrentHashMap<>();
    private final SentMessages ownMessages = new SentMessages();
    private final KeyAttempts keyAttempts = new KeyAttempts(System::nanoTime);
    private final IdempotencyKeys idempotencyKeys = new IdempotencyKeys(Json.standard());
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ExecutorService consumerPool;
    private @Nullable CompensatingExecutor producerPool;
    private @Nullable ExecutorService walkerPool;
    private @Nullable ExecutorService offsetThread;
    private @Nullable Scheduler scheduler;
    private @Nullable RetryBudget budget;
    private @Nullable OffsetStores offsets;

    ProviderRuntime(CamelContext context, String scheme) {
        this.context = context;
        this.scheme = scheme;
    }

    @Override
    protected void doStart() {
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        timer = threads.newScheduledThreadPool(this, name("timer"), alone(name("timer")));
        scheduler = new ExecutorScheduler(timer);
        consumerPool = threads.newThreadPool(
                this,
                name("consumer"),
                CompensatingExecutor.profile(name("consumer"), HAND_OVER_THREADS, Integer.MAX_VALUE));
        producerPool = new CompensatingExecutor(context, this, name("producer"), HAND_OVER_THREADS, scheduler);
        walkerPool = threads.newCachedThreadPool(this, name("walker"));
        offsetThread = threads.newThreadPool(this, name("offsets"), alone(name("offsets")));
        budget = new RetryBudget(scheduler);
        offsets = new OffsetStores(offsetThread);
    }

    @Override
    protected void doStop() {
        synchronized (transports) {
            transports.values().forEach(AsyncHttpTransport::close);
            transports.clear();
        }
        if (offsets != null) {
            offsets.close();
        }
        if (producerPool != null) {
            producerPool.close();
        }
        credentialGates.clear();
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        for (ExecutorService pool : new ExecutorService[] {consumerPool, walkerPool, offsetThread, timer}) {
            if (pool != null) {
                threads.shutdownNow(pool);
            }
        }
    }

    /**
     * One thread, and a queue that the streams and calls in front of it bound. Camel's own takes a thousand tasks, which is
     * less than a thousand streams need.
     */
    private static ThreadPoolProfile alone(String name) {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    private String name(String job) {
        return "camel-provider-" + scheme + "-" + job;
    }

    /** The transport for these settings; endpoints with equal settings share one. */
    AsyncHttpTransport transport(HttpSettings settings) {
        synchronized (transports) {
            return transports.computeIfAbsent(
                    settings, wanted -> new AsyncHttpTransport(wanted, ioThreads(), scheduler()));
        }
    }

    /** One context for equal parameters: a new one for each endpoint would give each its own connections. */
    @Nullable
    SSLContext sslContext(@Nullable SSLContextParameters parameters) {
        if (parameters == null) {
            return null;
        }
        synchronized (tls) {
            SSLContext known = tls.get(parameters);
            if (known == null) {
                known = create(parameters);
                tls.put(parameters, known);
            }
            return known;
        }
    }

    private SSLContext create(SSLContextParameters parameters) {
        try {
            return parameters.createSSLContext(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("sslContextParameters cannot be used: " + e.getMessage(), e);
        }
    }

    /** What the transports are doing, one entry for each group of equal settings. */
    List<TransportStats> transportStats() {
        synchronized (transports) {
            return transports.values().stream().map(AsyncHttpTransport::stats).toList();
        }
    }

    // ---- Running consumers, for the developer console ----

    public void joined(ObservedStreams consumer) {
        consumers.put(
                consumer, Meters.watch(context, StreamMeters.tags(consumer, scheme), StreamMeters.readings(consumer)));
    }

    public void left(ObservedStreams consumer) {
        Runnable watch = consumers.remove(consumer);
        if (watch != null) {
            watch.run();
        }
    }

    List<ObservedStreams> consumers() {
        return List.copyOf(consumers.keySet());
    }

    private ThreadFactory ioThreads() {
        return new CamelThreadFactory(
                context.getExecutorServiceManager().getThreadNamePattern(), "camel-provider-io", true);
    }

    public Scheduler scheduler() {
        return started(scheduler);
    }

    /** Shared by all streams that use the same key on the same host. The key itself is never printed. */
    public CredentialGate credentialGate(ProviderEndpoint endpoint) {
        String key = String.valueOf(endpoint.getConfiguration().getApiKey());
        Duration interval = Duration.ofMillis(endpoint.getConfiguration().getMaxReconnectDelay());
        return credentialGates.computeIfAbsent(
                List.of(endpoint.baseUrl().origin(), key, interval),
                unused -> new CredentialGate(scheduler(), interval));
    }

    public RetryBudget budget() {
        return started(budget);
    }

    /** Threads that run routes behind consumers. */
    public ExecutorService consumerPool() {
        return started(consumerPool);
    }

    /** Threads that go on with exchanges behind producers; apart, so that a route that waits for a call gets its answer. */
    public Executor producerPool() {
        return started(producerPool);
    }

    /** Goes on with an exchange behind a producer; when the component stops, on this thread: it must end all the same. */
    public void goOn(Runnable rest) {
        goOn(producerPool, rest);
    }

    /** The same, at once if this is such a thread already: whoever decoded the answer need not hand it to another one. */
    public void stayOrGoOn(Runnable rest) {
        CompensatingExecutor pool = producerPool;
        if (pool != null && pool.inside()) {
            rest.run();
        } else {
            goOn(rest);
        }
    }

    /** The same for an exchange that will walk through chunks, and wait for them on its thread. */
    public void walkOn(Runnable rest) {
        goOn(walkerPool, rest);
    }

    private static void goOn(@Nullable Executor pool, Runnable rest) {
        if (pool == null) {
            rest.run();
            return;
        }
        try {
            pool.execute(rest);
        } catch (RejectedExecutionException e) {
            LOG.debug("The hand-over pool is closed; the exchange ends on this thread", e);
            rest.run();
        }
    }

    /** The clock of a host, shared by all consumers that connect to it. */
    public ServerClock serverClock(String origin) {
        return serverClocks.computeIfAbsent(origin, absent -> new ServerClock());
    }

    public OffsetStores offsets() {
        return started(offsets);
    }

    public SentMessages ownMessages() {
        return ownMessages;
    }

    /** What became of the attempts under each idempotency key. */
    public KeyAttempts keyAttempts() {
        return keyAttempts;
    }

    public IdempotencyKeys idempotencyKeys() {
        return idempotencyKeys;
    }

    private <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the " + scheme + " component is not started");
        }
        return part;
    }
}
