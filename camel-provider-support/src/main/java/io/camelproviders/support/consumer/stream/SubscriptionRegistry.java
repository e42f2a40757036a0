/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.offset.OffsetStore;
import io.camelproviders.core.offset.StreamOffset;
import io.camelproviders.core.subscription.InFlightGate;
import io.camelproviders.core.subscription.OffsetAttachments;
import io.camelproviders.core.subscription.StreamLog;
import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.core.subscription.StreamSubscription;
import io.camelproviders.core.subscription.StreamSubscription.Beginning;
import io.camelproviders.core.subscription.SubscriptionDependencies;
import io.camelproviders.support.component.PendingEchoes;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.component.ProviderRuntime;
import io.camelproviders.support.component.SentMessages;
import io.camelproviders.support.component.StreamSource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The subscriptions of one consumer: one, or as many as the provider has streams. Thread-safe. */
final class SubscriptionRegistry implements StreamDiscovery.Streams {

    private final ProviderEndpoint endpoint;
    private final StreamSource source;
    private final OffsetKeys keys;
    private final StreamClaims claims;
    private final SubscriptionDependencies dependencies;
    private final boolean skipSent;

    /** Guards that a stream is opened and its key claimed, or neither. No exchange and no I/O happens under it. */
    private final Object opening = new Object();

    private final Map<String, StreamSubscription> subscriptions = new ConcurrentHashMap<>();

    /** The ends of streams that were closed and still have messages in the route. */
    private final Map<String, CompletableFuture<Void>> leaving = new ConcurrentHashMap<>();

    private final FailedStreams failed;
    private volatile boolean suspended;

    SubscriptionRegistry(
            ProviderEndpoint endpoint,
            StreamSource source,
            OffsetKeys keys,
            StreamClaims claims,
            OffsetStore store,
            MessageDispatcher exchanges) {
        this.endpoint = endpoint;
        this.source = source;
        this.keys = keys;
        this.claims = claims;
        this.failed =
                new FailedStreams(Duration.ofMillis(endpoint.getConfiguration().getDiscoveryDelay()));
        this.skipSent = endpoint.getConfiguration().isSkipSent();
        ProviderRuntime runtime = endpoint.runtime();
        this.dependencies = new SubscriptionDependencies(
                endpoint.transport(),
                endpoint.pacer(),
                runtime.credentialGate(endpoint),
                runtime.scheduler(),
                store,
                new InFlightGate(endpoint.getConfiguration().getMaxInFlightTotal()),
                exchanges,
                new StreamLog(runtime.scheduler()));
    }

    /**
     * Opens a stream unless it is open, or another consumer has its offset key.
     *
     * @param beginning where it begins if no offset is stored
     */
    void open(String key, Supplier<CompletableFuture<StreamOffset>> beginning) {
        StreamSubscription subscription;
        synchronized (opening) {
            if (subscriptions.containsKey(key) || !claims.claim(key)) {
                return;
            }
            subscription = subscription(key, beginning);
            subscriptions.put(key, subscription);
        }
        if (!claims.holds(key)) {
            // A consumer of this very stream has come in between.
            CompletableFuture<Void> unused = close(key);
            return;
        }
        // A stream that was closed and comes back begins when its last message is done and stored, or it would come
        // twice.
        CompletableFuture<?> unused = CompletableFuture.allOf(
                        leaving.getOrDefault(key, CompletableFuture.completedFuture(null)), claims.ready(key))
                .whenComplete((gone, failure) -> start(subscription));
    }

    private StreamSubscription subscription(String key, Supplier<CompletableFuture<StreamOffset>> beginning) {
        String offsetKey = keys.of(key);
        SentMessages.Watch watch =
                endpoint.runtime().ownMessages().watch(source.echoKeys(key).get(0));
        SentIds sent = new SentIds(offsetKey + "|own", watch, dependencies.store());
        StreamSubscription subscription = new StreamSubscription(
                key,
                source.connector(key),
                endpoint.getConfiguration().streamSettings(),
                dependencies,
                new Beginning(offsetKey, beginning, skipSent ? sent : Map::of));
        CompletableFuture<Void> unused = subscription.ended().whenComplete((nothing, failure) -> {
            watch.end();
            release(key, subscription);
        });
        return subscription;
    }

    private void release(String key, StreamSubscription ended) {
        synchronized (opening) {
            StreamSubscription current = subscriptions.get(key);
            if (current == null || current == ended) {
                claims.release(key);
            }
        }
    }

    private void start(StreamSubscription subscription) {
        if (!suspended) {
            subscription.start();
        }
    }

    /** Ids of sent messages whose echo is still to come, stored with each offset. */
    private record SentIds(String key, SentMessages.Watch watch, OffsetStore store) implements OffsetAttachments {

        @Override
        public CompletableFuture<Void> recall() {
            return PendingEchoes.load(key, store::load).thenAccept(watch::recall);
        }

        @Override
        public Map<String, String> changes() {
            return watch.changes(key);
        }

        @Override
        public void passed(String id) {
            watch.passed(id);
        }
    }

    /** Closes a stream; its offset is kept. Done when nothing of it is in flight any more. */
    CompletableFuture<Void> close(String key) {
        StreamSubscription gone;
        synchronized (opening) {
            gone = subscriptions.remove(key);
        }
        if (gone == null) {
            return leaving.getOrDefault(key, CompletableFuture.completedFuture(null));
        }
        CompletableFuture<Void> end = gone.stop();
        leaving.put(key, end);
        CompletableFuture<Void> unused = end.whenComplete((nothing, failure) -> leaving.remove(key, end));
        return end;
    }

    /** Closes the stream of an offset key that a consumer with precedence needs. */
    CompletableFuture<Void> relinquish(String offsetKey) {
        for (String key : keys()) {
            if (keys.of(key).equals(offsetKey)) {
                return close(key);
            }
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void open(String key, StreamOffset beginning) {
        open(key, () -> CompletableFuture.completedFuture(beginning));
    }

    @Override
    public boolean has(String key) {
        return subscriptions.containsKey(key);
    }

    @Override
    public void closeFailed() {
        long now = dependencies.scheduler().nanoTime();
        for (StreamStatus status : statuses()) {
            if (failed.due(status, now)) {
                CompletableFuture<Void> unused = close(status.streamKey());
            }
        }
    }

    @Override
    public void forget(String key) {
        CompletableFuture<Void> unused = close(key);
        failed.forget(key);
        claims.forget(key);
    }

    FailedStreams failed() {
        return failed;
    }

    Collection<String> keys() {
        return List.copyOf(subscriptions.keySet());
    }

    void suspend() {
        suspended = true;
        all(StreamSubscription::suspend).join();
    }

    void resume() {
        suspended = false;
        subscriptions.forEach((key, subscription) -> {
            if (leaving.getOrDefault(key, CompletableFuture.completedFuture(null))
                            .isDone()
                    && claims.ready(key).isDone()) {
                subscription.start();
            }
        });
    }

    /** Done when nothing is in flight and every offset is stored. */
    CompletableFuture<Void> stop() {
        CompletableFuture<?>[] gone = leaving.values().toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> end =
                CompletableFuture.allOf(all(StreamSubscription::stop), CompletableFuture.allOf(gone));
        dependencies.log().close();
        return end;
    }

    private CompletableFuture<Void> all(Function<StreamSubscription, CompletableFuture<Void>> step) {
        return CompletableFuture.allOf(subscriptions.values().stream().map(step).toArray(CompletableFuture<?>[]::new));
    }

    List<StreamStatus> statuses() {
        return subscriptions.values().stream().map(StreamSubscription::status).toList();
    }
}
