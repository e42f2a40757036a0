/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * What a server was asked, in order. Safe for all threads. Keeps the last {@value #CAPACITY} requests unless told to
 * keep fewer.
 *
 * <p>{@link #takeRequest} reads it as a queue, {@link #all} and {@link #matching} as a list; taking does not remove from the list.
 */
public final class RequestJournal {

    /** How many requests are remembered at most. */
    public static final int CAPACITY = 200_000;

    /** Guards all fields; nothing is called back under it but the caller's predicates. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition grown = lock.newCondition();
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<Request> untaken = new ArrayDeque<>();
    private long total;
    private int capacity = CAPACITY;

    RequestJournal() {}

    void add(Request request) {
        lock.lock();
        try {
            total++;
            requests.addLast(request);
            untaken.addLast(request);
            trim();
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void trim() {
        while (requests.size() > capacity) {
            requests.removeFirst();
        }
        while (untaken.size() > capacity) {
            untaken.removeFirst();
        }
    }

    /** Remembers the last so many requests only, for long runs in a small heap; {@link #total()} counts on. */
    public void keepLast(int count) {
        lock.lock();
        try {
            capacity = Math.min(CAPACITY, count);
            trim();
        } finally {
            lock.unlock();
        }
    }

    /** All remembered requests. */
    public List<Request> all() {
        return matching(request -> true);
    }

    /** The remembered requests that fit. */
    public List<Request> matching(Predicate<Request> predicate) {
        lock.lock();
        try {
            return requests.stream().filter(predicate).toList();
        } finally {
            lock.unlock();
        }
    }

    /** How many requests fit. */
    public int count(Predicate<Request> predicate) {
        return matching(predicate).size();
    }

    /** How many requests came in since the start or the last {@link #clear()}, forgotten ones included. */
    public long total() {
        lock.lock();
        try {
            return total;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next request that was not taken before; waits for it.
     *
     * @throws AssertionError if none comes within the limit
     */
    public Request takeRequest(Duration limit) {
        lock.lock();
        try {
            if (!awaitUntil(() -> !untaken.isEmpty(), limit)) {
                throw new AssertionError("No request within " + limit + "; seen so far: " + requests);
            }
            return untaken.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until so many requests fit.
     *
     * @return all that fit
     * @throws AssertionError if there are fewer after the limit
     */
    public List<Request> await(Predicate<Request> predicate, int count, Duration limit) {
        lock.lock();
        try {
            boolean there = awaitUntil(
                    () -> requests.stream().filter(predicate).limit(count).count() >= count, limit);
            List<Request> found = requests.stream().filter(predicate).toList();
            if (!there) {
                throw new AssertionError("Expected " + count + " requests within " + limit + ", saw " + found.size()
                        + " of " + requests.size() + ": " + found);
            }
            return found;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Watches for so long that no further request comes in.
     *
     * @throws AssertionError if one was not taken yet, or comes
     */
    public void expectNoMoreRequests(Duration watch) {
        lock.lock();
        try {
            if (awaitUntil(() -> !untaken.isEmpty(), watch)) {
                throw new AssertionError("Expected no more requests, saw " + untaken);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets everything. */
    public void clear() {
        lock.lock();
        try {
            requests.clear();
            untaken.clear();
            total = 0;
        } finally {
            lock.unlock();
        }
    }

    private boolean awaitUntil(BooleanSupplier condition, Duration limit) {
        long left = limit.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = grown.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a request", e);
        }
    }
}
