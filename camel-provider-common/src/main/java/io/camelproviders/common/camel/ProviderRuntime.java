/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.camel;

import io.camelproviders.common.http.AsyncHttpTransport;
import io.camelproviders.common.http.HttpSettings;
import io.camelproviders.common.json.Json;
import io.camelproviders.common.operation.IdempotencyKeys;
import io.camelproviders.common.retry.RetryBudget;
import io.camelproviders.common.retry.ScheduledSleeper;
import io.camelproviders.common.retry.Sleeper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.CamelThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all endpoints of one component share: threads, connections, the memory of keys and of own messages. All threads
 * come from Camel's {@code ExecutorServiceManager}; besides the I/O threads there are at most eight that run routes behind
 * consumers, eight that go on with exchanges behind producers, one for each streamed answer that a route walks through, one that stores offsets and one that waits.
 */
public final class ProviderRuntime extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderRuntime.class);
    private static final int HAND_OVER_THREADS = 8;

    private final CamelContext context;
    private final String scheme;
    private final Map<HttpSettings, AsyncHttpTransport> transports = new LinkedHashMap<>();
    private final OwnMessages ownMessages = new OwnMessages();
    private final IdempotencyKeys idempotencyKeys = new IdempotencyKeys(Json.standard());
    private @Nullable ScheduledExecutorService timer;
    private @Nullable ExecutorService consumerPool;
    private @Nullable ExecutorService producerPool;
    private @Nullable ExecutorService walkerPool;
    private @Nullable ExecutorService offsetThread;
    private @Nullable Sleeper sleeper;
    private @Nullable RetryBudget budget;
    private @Nullable OffsetStores offsets;

    ProviderRuntime(CamelContext context, String scheme) {
        this.context = context;
        this.scheme = scheme;
    }

    @Override
    protected void doStart() {
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        timer = threads.newScheduledThreadPool(this, name("timer"), unbounded("timer"));
        consumerPool = threads.newThreadPool(this, name("consumer"), handOver("consumer"));
        producerPool = threads.newThreadPool(this, name("producer"), handOver("producer"));
        walkerPool = threads.newCachedThreadPool(this, name("walker"));
        offsetThread = threads.newSingleThreadExecutor(this, name("offsets"));
        sleeper = new ScheduledSleeper(timer);
        budget = new RetryBudget(sleeper);
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
        ExecutorServiceManager threads = context.getExecutorServiceManager();
        for (ExecutorService pool :
                new ExecutorService[] {consumerPool, producerPool, walkerPool, offsetThread, timer}) {
            if (pool != null) {
                threads.shutdownNow(pool);
            }
        }
    }

    private String name(String job) {
        return "camel-provider-" + scheme + "-" + job;
    }

    /** Camel's own bound of 1,000 would refuse the deadlines of many streams; each of ours belongs to a stream or call that is bounded itself. */
    private static ThreadPoolProfile unbounded(String purpose) {
        ThreadPoolProfile profile = new ThreadPoolProfile("camel-provider-" + purpose);
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(-1);
        return profile;
    }

    /** Threads that end when idle; the queue is bounded by the windows in front of it, not here. */
    private static ThreadPoolProfile handOver(String job) {
        ThreadPoolProfile profile = new ThreadPoolProfile("camel-provider-" + job);
        profile.setPoolSize(HAND_OVER_THREADS);
        profile.setMaxPoolSize(HAND_OVER_THREADS);
        profile.setMaxQueueSize(-1);
        profile.setKeepAliveTime(30L);
        profile.setAllowCoreThreadTimeOut(true);
        return profile;
    }

    /** The transport for these settings; endpoints with equal settings share one. */
    AsyncHttpTransport transport(HttpSettings settings) {
        synchronized (transports) {
            return transports.computeIfAbsent(
                    settings, wanted -> new AsyncHttpTransport(wanted, ioThreads(), sleeper()));
        }
    }

    private ThreadFactory ioThreads() {
        return new CamelThreadFactory(
                context.getExecutorServiceManager().getThreadNamePattern(), "camel-provider-io", true);
    }

    Sleeper sleeper() {
        return started(sleeper);
    }

    RetryBudget budget() {
        return started(budget);
    }

    /** Threads that run routes behind consumers. */
    ExecutorService consumerPool() {
        return started(consumerPool);
    }

    /** Threads that go on with exchanges behind producers; apart, so that a route that waits for a call gets its answer. */
    ExecutorService producerPool() {
        return started(producerPool);
    }

    /** Goes on with an exchange behind a producer; when the component stops, on this thread: it must end all the same. */
    void goOn(Runnable rest) {
        goOn(producerPool, rest);
    }

    /** The same for an exchange that will walk through chunks, and wait for them on its thread. */
    void walkOn(Runnable rest) {
        goOn(walkerPool, rest);
    }

    private static void goOn(@Nullable ExecutorService pool, Runnable rest) {
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

    OffsetStores offsets() {
        return started(offsets);
    }

    OwnMessages ownMessages() {
        return ownMessages;
    }

    IdempotencyKeys idempotencyKeys() {
        return idempotencyKeys;
    }

    private <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the " + scheme + " component is not started");
        }
        return part;
    }
}
