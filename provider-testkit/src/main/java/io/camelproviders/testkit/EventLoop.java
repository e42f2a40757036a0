/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One selector, one thread: readiness, posted steps and timers, one after the other. */
final class EventLoop {

    /** What a selection key calls. */
    @FunctionalInterface
    interface Ready {
        void ready(SelectionKey key) throws IOException;
    }

    private record Timer(long at, long number, Runnable step) {}

    private static final Duration LIMIT = Duration.ofSeconds(10);

    // Shared with all threads
    private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final Selector selector;
    private final Thread thread;
    private volatile boolean stopped;

    // Confined to the loop
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::at).thenComparingLong(Timer::number));
    private long timerNumber;
    private final Consumer<Throwable> failures;

    /** One buffer for all connections: they only hold what is not a whole request yet. */
    final ByteBuffer readBuffer = ByteBuffer.allocateDirect(64 * 1024);

    EventLoop(String name, Consumer<Throwable> failures) {
        this.failures = failures;
        try {
            this.selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.thread = new Thread(this::run, "loopback-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Selector selector() {
        return selector;
    }

    boolean inLoop() {
        return Thread.currentThread() == thread;
    }

    /** Runs the step on the loop, in a later turn. */
    void post(Runnable step) {
        posted.add(step);
        selector.wakeup();
    }

    /** Runs the step on the loop: now if the caller is there, else soon. */
    void execute(Runnable step) {
        if (inLoop()) {
            step.run();
        } else {
            post(step);
        }
    }

    /** Runs the step on the loop and waits for its end. */
    void call(Runnable step) {
        if (inLoop()) {
            step.run();
            return;
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        post(() -> {
            try {
                step.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + thread.getName(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Failed on " + thread.getName(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException(thread.getName() + " did not answer; does a handler block?", e);
        }
    }

    void after(Duration delay, Runnable step) {
        long at = System.nanoTime() + delay.toNanos();
        execute(() -> timers.add(new Timer(at, timerNumber++, step)));
    }

    /** Ends the thread; {@code last} is its last step. */
    void stop(Runnable last) {
        if (stopped) {
            return;
        }
        if (thread.isAlive()) {
            call(last);
        }
        stopped = true;
        selector.wakeup();
        if (!inLoop()) {
            try {
                thread.join(LIMIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        List<SelectionKey> ready = new ArrayList<>();
        List<Runnable> steps = new ArrayList<>();
        while (!stopped) {
            try {
                select();
                // A copy, because a step may select again to make a closed channel really go.
                ready.addAll(selector.selectedKeys());
                selector.selectedKeys().clear();
                ready.forEach(key -> guarded(() -> dispatch(key)));
                ready.clear();
                posted.drainTo(steps);
                steps.forEach(this::guarded);
                steps.clear();
                runTimers();
            } catch (IOException e) {
                failures.accept(e);
            }
        }
        closeSelector();
    }

    private void select() throws IOException {
        Timer next = timers.peek();
        if (!posted.isEmpty()) {
            selector.selectNow();
        } else if (next == null) {
            selector.select();
        } else {
            long nanos = next.at() - System.nanoTime();
            if (nanos <= 0) {
                selector.selectNow();
            } else {
                // Rounded up: a timer is never early.
                selector.select(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
            }
        }
    }

    private void dispatch(SelectionKey key) {
        if (key.isValid()) {
            try {
                ((Ready) key.attachment()).ready(key);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void runTimers() {
        long now = System.nanoTime();
        for (Timer timer = timers.peek(); timer != null && timer.at() - now <= 0; timer = timers.peek()) {
            timers.poll();
            guarded(timer.step());
        }
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            failures.accept(e);
        }
    }

    private void closeSelector() {
        try {
            selector.close();
        } catch (IOException e) {
            failures.accept(e);
        }
    }
}
