/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.concurrent.Scheduler;
import io.camelproviders.support.offsets.OffsetClaims;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The offset keys that one consumer has claimed, and the streams that it leaves to others. Thread-safe. */
final class StreamClaims {

    private static final Logger LOG = LoggerFactory.getLogger(StreamConsumer.class);

    private final OffsetClaims.Holder consumer;
    private final OffsetKeys keys;
    private final @Nullable Object store;
    private final Duration patience;
    private final Scheduler scheduler;
    private final Map<String, OffsetClaims.Claim> held = new ConcurrentHashMap<>();
    private final Map<String, OffsetClaims.Holder> leftAlone = new ConcurrentHashMap<>();

    /**
     * @param store what is equal for two users of one durable store; null for memory, whose keys nobody else can see
     * @param patience how long the consumer that used a key before may take to end what it has in flight
     */
    StreamClaims(
            OffsetClaims.Holder consumer,
            OffsetKeys keys,
            @Nullable Object store,
            Duration patience,
            Scheduler scheduler) {
        this.consumer = consumer;
        this.keys = keys;
        this.store = store;
        this.patience = patience;
        this.scheduler = scheduler;
    }

    /**
     * Claims the key of the only stream of a consumer. Waits for a holder that is about to stop, a reloaded route for example.
     *
     * @throws IllegalStateException if another consumer has the key
     */
    void claimOnly(String streamKey) {
        if (store == null) {
            return;
        }
        OffsetClaims.Result result = OffsetClaims.JVM.claim(store, keys.of(streamKey), consumer);
        Optional<OffsetClaims.Holder> owner = result.refusedBy();
        if (owner.isPresent() && leaves(owner.get())) {
            result = OffsetClaims.JVM.claim(store, keys.of(streamKey), consumer);
            owner = result.refusedBy();
        }
        if (owner.isPresent()) {
            throw new IllegalStateException(refusal(keys.of(streamKey), owner.get()));
        }
        keep(streamKey, result);
    }

    private String refusal(String key, OffsetClaims.Holder owner) {
        return consumer.name() + " would share the offset key '" + key + "' with " + owner.name()
                + " on the same offset store, and each would lose messages that only the other one has processed. Set"
                + " offsetKey on one of them (each then gets every message), or give it a store of its own";
    }

    private boolean leaves(OffsetClaims.Holder owner) {
        Optional<CompletableFuture<Void>> leave = owner.mayLeave();
        if (leave.isEmpty()) {
            return false;
        }
        try {
            leave.get().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("{} still has the offset key", owner.name(), e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Claims the key of one of all streams; false if it is left to the consumer that has it. */
    boolean claim(String streamKey) {
        if (store == null || held.containsKey(streamKey)) {
            return true;
        }
        OffsetClaims.Result result = OffsetClaims.JVM.claim(store, keys.of(streamKey), consumer);
        Optional<OffsetClaims.Holder> owner = result.refusedBy();
        if (owner.isPresent()) {
            leave(streamKey, owner.get());
            return false;
        }
        keep(streamKey, result);
        return true;
    }

    private void keep(String streamKey, OffsetClaims.Result result) {
        OffsetClaims.Claim claim = result.claim();
        if (claim != null) {
            held.put(streamKey, claim);
            leftAlone.remove(streamKey);
        }
    }

    /** Leaves a stream to another consumer. */
    void leave(String streamKey, OffsetClaims.Holder owner) {
        if (leftAlone.put(streamKey, owner) == owner) {
            return;
        }
        if (owner.all()) {
            LOG.warn(
                    "{} leaves stream {} alone, because {} consumes it under the same offset key; set another offsetKey"
                            + " if both are to get its messages",
                    consumer.name(),
                    streamKey,
                    owner.name());
        } else {
            LOG.info("{} leaves stream {} to {}", consumer.name(), streamKey, owner.name());
        }
    }

    /** Whether nobody with precedence has taken the key over since it was claimed. */
    boolean holds(String streamKey) {
        OffsetClaims.Claim claim = held.get(streamKey);
        return store == null || (claim != null && OffsetClaims.JVM.holds(claim));
    }

    /** Done when the consumer that used the key before has ended, or has had the time to. */
    CompletableFuture<Void> ready(String streamKey) {
        OffsetClaims.Claim claim = held.get(streamKey);
        if (claim == null || claim.ready().isDone()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> ready = claim.ready().copy();
        Scheduler.Scheduled timeout = scheduler.schedule(patience, () -> ready.complete(null));
        return ready.whenComplete((nothing, failure) -> timeout.cancel());
    }

    /** Gives the key of a stream free. */
    void release(String streamKey) {
        OffsetClaims.Claim claim = held.remove(streamKey);
        if (claim != null) {
            OffsetClaims.JVM.release(claim);
        }
    }

    void releaseAll() {
        held.keySet().forEach(this::release);
    }

    /** A stream that is no longer wanted is left to nobody. */
    void forget(String streamKey) {
        leftAlone.remove(streamKey);
    }

    /** The streams that consumers of one named stream have instead, or with true those of other consumers of all streams. */
    long leftAlone(boolean toAll) {
        return leftAlone.values().stream().filter(owner -> owner.all() == toAll).count();
    }
}
