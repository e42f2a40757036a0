/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The requests that a server received, in order. Safe for all threads. Keeps the last {@value #CAPACITY} requests unless told to
 * keep fewer.
 *
 * <p>{@link #takeRequest} reads it as a queue, {@link #all} and {@link #matching} as a list; taking does not remove from the list.
 */
public final class RequestJournal {

    /** How many requests are kept at most. */
    public static final int CAPACITY = 200_000;

    // Guarded by this; nothing is called under the monitor but the caller's predicates
    private final Deque<Request> requests = new ArrayDeque<>();
    private final Deque<Request> untaken = new ArrayDeque<>();
    private long total;
    private int capacity = CAPACITY;

    RequestJournal() {}

    synchronized void add(Request request) {
        total++;
        requests.addLast(request);
        untaken.addLast(request);
        trim();
        notifyAll();
    }

    private void trim() {
        while (requests.size() > capacity) {
            requests.removeFirst();
        }
        while (untaken.size() > capacity) {
            untaken.removeFirst();
        }
    }

    /** Keeps the last so many requests only, for long runs in a small heap; {@link #total()} counts all. */
    public synchronized void keepLast(int count) {
        capacity = Math.min(CAPACITY, count);
        trim();
    }

    /** All requests. */
    public List<Request> all() {
        return matching(request -> true);
    }

    /** The requests that match. */
    public synchronized List<Request> matching(Predicate<Request> predicate) {
        return requests.stream().filter(predicate).toList();
    }

    /** How many requests match. */
    public int count(Predicate<Request> predicate) {
        return matching(predicate).size();
    }

    /** How many requests came since the start or the last {@link #clear()}, those not kept included. */
    public synchronized long total() {
        return total;
    }

    /**
     * The next request that was not taken before; waits for it.
     *
     * @throws AssertionError if none comes within the limit
     */
    public synchronized Request takeRequest(Duration limit) {
        if (!awaitUntil(() -> !untaken.isEmpty(), limit)) {
            throw new AssertionError("No request within " + limit + "; seen so far: " + requests);
        }
        return untaken.removeFirst();
    }

    /**
     * Waits until so many requests match.
     *
     * @return all that match
     * @throws AssertionError if there are fewer after the limit
     */
    public synchronized List<Request> await(Predicate<Request> predicate, int count, Duration limit) {
        boolean enough = awaitUntil(() -> count(predicate) >= count, limit);
        List<Request> found = matching(predicate);
        if (!enough) {
            throw new AssertionError("Expected " + count + " requests within " + limit + ", saw " + found.size()
                    + " of " + requests.size() + ": " + found);
        }
        return found;
    }

    /**
     * Watches for this time that no further request comes.
     *
     * @throws AssertionError if one was not taken yet, or comes
     */
    public synchronized void expectNoMoreRequests(Duration watch) {
        if (awaitUntil(() -> !untaken.isEmpty(), watch)) {
            throw new AssertionError("Expected no more requests, saw " + untaken);
        }
    }

    /** Forgets everything. */
    public synchronized void clear() {
        requests.clear();
        untaken.clear();
        total = 0;
    }

    private boolean awaitUntil(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                wait(left / 1_000_000 + 1);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for a request", e);
        }
    }
}
