/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * After each test no thread of these names and no counted thing, such as an open connection, is left. Waits for them to go, with a bound.
 *
 * <p>JUnit runs what was registered last first after a test: register it after a fake server to count that server's connections while
 * it still runs, before it to see that the server's own thread goes. Threads that lived before the test are not counted.
 */
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {

    private record Counted(String what, IntSupplier count) {}

    private static final Duration STEP = Duration.ofMillis(5);

    private final List<String> prefixes;
    private final List<Counted> counted;
    private final Duration limit;
    private final Set<Thread> before = ConcurrentHashMap.newKeySet();

    private LeakCheck(List<String> prefixes, List<Counted> counted, Duration limit) {
        this.prefixes = prefixes;
        this.counted = counted;
        this.limit = limit;
    }

    /** Watches for threads whose names begin so; an empty prefix watches for all. Waits up to ten seconds. */
    public static LeakCheck ofThreads(String... prefixes) {
        return new LeakCheck(List.of(prefixes), List.of(), Duration.ofSeconds(10));
    }

    /** Watches also for what is counted here to come down to zero, such as {@link LoopbackServer#openConnections()}. */
    public LeakCheck and(String what, IntSupplier count) {
        List<Counted> more = new ArrayList<>(counted);
        more.add(new Counted(what, count));
        return new LeakCheck(prefixes, List.copyOf(more), limit);
    }

    /** Waits so long. */
    public LeakCheck within(Duration bound) {
        return new LeakCheck(prefixes, counted, bound);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        before.clear();
        before.addAll(Thread.getAllStackTraces().keySet());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    /**
     * Checks now.
     *
     * @throws AssertionError if something is left after the limit
     */
    public void check() {
        long end = System.nanoTime() + limit.toNanos();
        List<String> left = left();
        while (!left.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(STEP.toNanos());
            left = left();
        }
        if (!left.isEmpty()) {
            throw new AssertionError("Left after " + limit + ": " + String.join(", ", left));
        }
    }

    private List<String> left() {
        List<String> left = new ArrayList<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            boolean named = prefixes.stream().anyMatch(thread.getName()::startsWith);
            if (named && thread.isAlive() && !before.contains(thread)) {
                left.add("thread " + thread.getName());
            }
        }
        for (Counted one : counted) {
            int count = one.count().getAsInt();
            if (count != 0) {
                left.add(count + " " + one.what());
            }
        }
        return left;
    }
}
