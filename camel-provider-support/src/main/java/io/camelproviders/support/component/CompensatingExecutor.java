/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * A bounded pool that cannot lock itself up. A route behind a producer may itself make a blocking call and so keep a
 * thread of the pool until another thread of the same pool goes on with the answer; when all threads wait like that,
 * nobody is left to do it. So when tasks wait and none ended for {@link #PATIENCE}, relief threads run what waits. If a
 * thread of the pool seems to compute they come later, after {@link #LONG_PATIENCE}: such a thread gets on, however slowly,
 * unless it only waits in the operating system, for an answer from a socket for example, which looks the same.
 *
 * <p>Relief threads come from Camel too, end when idle, and are at most {@link #MOST_RELIEF}: calls may be nested behind
 * each other that deep at a time. Thread-safe; the lock (the object itself) guards the watch and no task runs under it.
 */
final class CompensatingExecutor implements Executor {

    static final Duration PATIENCE = Duration.ofMillis(200);
    static final Duration LONG_PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK = PATIENCE.dividedBy(2);
    static final int MOST_RELIEF = 64;

    private final CamelContext context;
    private final ExecutorService pool;
    private final ExecutorService relief;
    private final Scheduler scheduler;
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
    private boolean watching;
    private int looks;
    private int waitingLooks;
    private long ended;

    /**
     * @param size threads that are there without relief
     * @param scheduler waits for the pool to get on
     */
    CompensatingExecutor(CamelContext context, Object owner, String name, int size, Scheduler scheduler) {
        this.context = context;
        this.scheduler = scheduler;
        this.pool =
                context.getExecutorServiceManager().newThreadPool(owner, name, profile(name, size, Integer.MAX_VALUE));
        this.relief =
                context.getExecutorServiceManager().newThreadPool(owner, name + "-relief", relief(name + "-relief"));
    }

    /**
     * So many threads, which end when idle, and a queue that the windows and connections in front of it bound. Camel takes
     * a queue size of 0 or less for no queue at all, and without another policy runs what does not fit on the caller,
     * which would be an I/O thread.
     */
    static ThreadPoolProfile profile(String name, int size, int queue) {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(size);
        profile.setMaxPoolSize(size);
        profile.setMaxQueueSize(queue);
        profile.setKeepAliveTime(30L);
        profile.setAllowCoreThreadTimeOut(true);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    private static ThreadPoolProfile relief(String name) {
        ThreadPoolProfile profile = profile(name, 1, 0);
        profile.setMaxPoolSize(MOST_RELIEF);
        return profile;
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(() -> {
            busy.add(Thread.currentThread());
            try {
                task.run();
            } finally {
                busy.remove(Thread.currentThread());
            }
        });
        // Virtual threads, if Camel uses them, are never short.
        if (pool instanceof ThreadPoolExecutor bounded && !bounded.getQueue().isEmpty()) {
            watch(bounded);
        }
    }

    /** Whether the calling thread runs a task of this pool. */
    boolean inside() {
        return busy.contains(Thread.currentThread());
    }

    private void watch(ThreadPoolExecutor bounded) {
        synchronized (this) {
            if (watching) {
                return;
            }
            watching = true;
            note(bounded);
        }
        scheduler.schedule(LOOK, () -> look(bounded));
    }

    private void look(ThreadPoolExecutor bounded) {
        boolean stuck;
        synchronized (this) {
            watching = false;
            note(bounded);
            looks++;
            waitingLooks = allWait(bounded) ? waitingLooks + 1 : 0;
            stuck = LOOK.multipliedBy(waitingLooks).compareTo(PATIENCE) >= 0
                    || LOOK.multipliedBy(looks).compareTo(LONG_PATIENCE) >= 0;
        }
        if (stuck) {
            relieve(bounded);
        }
        if (!bounded.getQueue().isEmpty() && !bounded.isShutdown()) {
            watch(bounded);
        }
    }

    /** A task that ended is a new beginning. */
    private void note(ThreadPoolExecutor bounded) {
        long now = bounded.getCompletedTaskCount();
        if (now != ended) {
            ended = now;
            looks = 0;
            waitingLooks = 0;
        }
    }

    /** Else one computes, on a busy machine or while classes are loaded for the first time. */
    private boolean allWait(ThreadPoolExecutor bounded) {
        return busy.size() >= bounded.getMaximumPoolSize()
                && busy.stream().noneMatch(thread -> thread.getState() == Thread.State.RUNNABLE);
    }

    private void relieve(ThreadPoolExecutor bounded) {
        for (int i = 0; i < MOST_RELIEF; i++) {
            Runnable waiting = bounded.getQueue().poll();
            if (waiting == null) {
                return;
            }
            try {
                relief.execute(waiting);
            } catch (RejectedExecutionException e) {
                // All relief threads wait too, or the pool was just closed.
                backInto(bounded, waiting);
                return;
            }
        }
    }

    private static void backInto(ThreadPoolExecutor bounded, Runnable waiting) {
        boolean queued = !bounded.isShutdown() && bounded.getQueue().offer(waiting);
        if (!queued || (bounded.isShutdown() && bounded.getQueue().remove(waiting))) {
            waiting.run();
        }
    }

    /** Ends the threads. What waited runs here and now: an exchange must end even if the component stops. */
    void close() {
        List<Runnable> left = context.getExecutorServiceManager().shutdownNow(pool);
        context.getExecutorServiceManager().shutdownNow(relief);
        left.forEach(Runnable::run);
    }
}
