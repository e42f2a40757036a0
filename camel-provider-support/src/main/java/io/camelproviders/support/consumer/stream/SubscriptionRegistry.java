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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The subscriptions of one consumer: one, or as many as the provider has streams. Thread-safe. */
final class SubscriptionRegistry {

    private final ProviderEndpoint endpoint;
    private final StreamSource source;
    private final SubscriptionDependencies parts;
    private final Map<String, StreamSubscription> subscriptions = new ConcurrentHashMap<>();
    private final boolean skipSent;

    /** The ends of streams that were let go and still have messages in the route. */
    private final Map<String, CompletableFuture<Void>> leaving = new ConcurrentHashMap<>();

    private volatile boolean suspended;

    SubscriptionRegistry(
            ProviderEndpoint endpoint, StreamSource source, OffsetStore store, MessageDispatcher exchanges) {
        this.endpoint = endpoint;
        this.source = source;
        this.skipSent = endpoint.getConfiguration().isSkipSent();
        ProviderRuntime runtime = endpoint.runtime();
        this.parts = new SubscriptionDependencies(
                endpoint.transport(),
                endpoint.pacer(),
                runtime.credentialGate(endpoint),
                runtime.scheduler(),
                store,
                new InFlightGate(endpoint.getConfiguration().getMaxInFlightTotal()),
                exchanges,
                new StreamLog(runtime.scheduler()));
    }

    OffsetStore store() {
        return parts.store();
    }

    /** Opens a stream unless it is open. */
    void open(String key, Supplier<CompletableFuture<StreamOffset>> beginning) {
        subscriptions.computeIfAbsent(key, absent -> begin(absent, beginning));
    }

    /** Opens a stream that begins now. */
    void openNow(String key) {
        open(key, source.connector(key)::now);
    }

    private StreamSubscription begin(String key, Supplier<CompletableFuture<StreamOffset>> beginning) {
        String offsetKey = offsetKey(key);
        SentMessages.Watch watch =
                endpoint.runtime().ownMessages().watch(source.echoKeys(key).get(0));
        OwnIds own = new OwnIds(offsetKey + "|own", watch, parts.store());
        StreamSubscription subscription = new StreamSubscription(
                key,
                source.connector(key),
                endpoint.getConfiguration().streamSettings(),
                parts,
                new Beginning(offsetKey, beginning, skipSent ? own : Map::of));
        CompletableFuture<Void> unusedToo = subscription.ended().whenComplete((nothing, failure) -> watch.end());
        // A stream that was let go and comes back begins when its last message is done and stored, or it would come
        // twice.
        CompletableFuture<?> unused = leaving.getOrDefault(key, CompletableFuture.completedFuture(null))
                .whenComplete((gone, failure) -> ready(subscription));
        return subscription;
    }

    private void ready(StreamSubscription subscription) {
        if (!suspended) {
            subscription.start();
        }
    }

    private String offsetKey(String streamKey) {
        String given = endpoint.getConfiguration().getOffsetKey();
        if (given == null) {
            return source.offsetKey(streamKey);
        }
        return source.only().isPresent() ? given : given + '|' + streamKey;
    }

    /** Own ids whose echo is still to come, kept with each offset. */
    private record OwnIds(String key, SentMessages.Watch watch, OffsetStore store) implements OffsetAttachments {

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

    /** Closes a stream that nobody wants any more; its offset stays. */
    void close(String key) {
        StreamSubscription gone = subscriptions.remove(key);
        if (gone != null) {
            CompletableFuture<Void> end = gone.stop();
            leaving.put(key, end);
            CompletableFuture<Void> unused = end.whenComplete((nothing, failure) -> leaving.remove(key, end));
        }
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
        subscriptions.values().forEach(StreamSubscription::start);
    }

    /** Done when nothing is in flight and every offset is stored. */
    CompletableFuture<Void> stop() {
        CompletableFuture<?>[] gone = leaving.values().toArray(CompletableFuture<?>[]::new);
        CompletableFuture<Void> end =
                CompletableFuture.allOf(all(StreamSubscription::stop), CompletableFuture.allOf(gone));
        parts.log().close();
        return end;
    }

    private CompletableFuture<Void> all(java.util.function.Function<StreamSubscription, CompletableFuture<Void>> step) {
        return CompletableFuture.allOf(subscriptions.values().stream().map(step).toArray(CompletableFuture<?>[]::new));
    }

    List<StreamStatus> statuses() {
        return subscriptions.values().stream().map(StreamSubscription::status).toList();
    }
}
