/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.retry;

import io.camelproviders.core.concurrent.Scheduler;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Keeps retries from multiplying an outage: a token bucket per origin, shared by all calls to it. A retry takes 5
 * tokens, one after a timeout 10, a success gives 1 back, at most 500 are held (the figures of the AWS SDKs' standard
 * retry mode). An empty bucket lets one probe through per back-off and nothing else. Thread-safe.
 */
public final class RetryBudget {

    /** Tokens of a full bucket, which every origin starts with. */
    public static final int CAPACITY = 500;

    /** What a retry costs. */
    public static final int COST = 5;

    /** What a retry after a timeout costs. */
    public static final int COST_AFTER_TIMEOUT = 10;

    /** Origins remembered; a full bucket need not be. */
    private static final int MOST_ORIGINS = 1_000;

    private final Scheduler clock;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * A budget with full buckets.
     *
     * @param clock whose monotonic time spaces the probes
     */
    public RetryBudget(Scheduler clock) {
        this.clock = clock;
    }

    /**
     * Asks for one retry.
     *
     * @param origin scheme, host and port
     * @param afterTimeout whether the attempt before ran into a deadline
     * @param backoff how far apart probes must be when the bucket is empty
     * @return whether the retry may be made
     */
    public boolean take(String origin, boolean afterTimeout, Duration backoff) {
        return bucket(origin).take(afterTimeout ? COST_AFTER_TIMEOUT : COST, backoff.toNanos(), clock.nanoTime());
    }

    /** Notes a success, which pays one token back. */
    public void succeeded(String origin) {
        Bucket bucket = buckets.get(origin);
        if (bucket != null) {
            bucket.give();
        }
    }

    /** Tokens left for an origin, for health and JMX. */
    public int tokens(String origin) {
        Bucket bucket = buckets.get(origin);
        return bucket == null ? CAPACITY : bucket.left();
    }

    private Bucket bucket(String origin) {
        if (buckets.size() >= MOST_ORIGINS) {
            buckets.values().removeIf(bucket -> bucket.left() == CAPACITY);
        }
        return buckets.computeIfAbsent(origin, name -> new Bucket());
    }

    /** One origin. The lock (the object itself) guards three numbers and is held for arithmetic only. */
    private static final class Bucket {

        private int tokens = CAPACITY;
        private boolean probed;
        private long lastProbe;

        synchronized boolean take(int cost, long probeEvery, long now) {
            if (tokens >= cost) {
                tokens -= cost;
                probed = false;
                return true;
            }
            if (!probed || now - lastProbe >= probeEvery) {
                probed = true;
                lastProbe = now;
                return true;
            }
            return false;
        }

        synchronized void give() {
            tokens = Math.min(CAPACITY, tokens + 1);
        }

        synchronized int left() {
            return tokens;
        }
    }
}
