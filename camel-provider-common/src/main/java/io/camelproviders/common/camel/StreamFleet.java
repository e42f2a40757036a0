/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.common.camel;

import io.camelproviders.common.resume.CursorStore;
import io.camelproviders.common.resume.Position;
import io.camelproviders.common.subscription.InFlightGate;
import io.camelproviders.common.subscription.StreamParts;
import io.camelproviders.common.subscription.StreamStatus;
import io.camelproviders.common.subscription.StreamSubscription;
import io.camelproviders.common.subscription.StreamSubscription.Beginning;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The subscriptions of one consumer: one, or as many as the provider has streams. Thread-safe. */
final class StreamFleet {

    /** Own ids are kept with the offset, so that an echo that arrives after a crash is still known as our own. */
    private static final int OWN_IDS_KEPT = 64;

    private final ProviderEndpoint endpoint;
    private final StreamSource source;
    private final StreamParts parts;
    private final Map<String, StreamSubscription> subscriptions = new ConcurrentHashMap<>();

    StreamFleet(ProviderEndpoint endpoint, StreamSource source, CursorStore store, StreamExchanges exchanges) {
        this.endpoint = endpoint;
        this.source = source;
        ProviderRuntime runtime = endpoint.runtime();
        this.parts = new StreamParts(
                endpoint.transport(),
                endpoint.pacer(),
                runtime.sleeper(),
                store,
                new InFlightGate(endpoint.getConfiguration().getMaxInFlightTotal()),
                exchanges);
    }

    CursorStore store() {
        return parts.store();
    }

    /** Opens a stream unless it is open. */
    void open(String key, Supplier<CompletableFuture<Position>> beginning) {
        subscriptions.computeIfAbsent(key, absent -> begin(absent, beginning));
    }

    /** Opens a stream that begins now. */
    void openNow(String key) {
        open(key, source.connector(key)::now);
    }

    private StreamSubscription begin(String key, Supplier<CompletableFuture<Position>> beginning) {
        String offsetKey = offsetKey(key);
        StreamSubscription subscription = new StreamSubscription(
                key,
                source.connector(key),
                endpoint.getConfiguration().streamSettings(),
                parts,
                new Beginning(offsetKey, beginning, () -> ownIds(offsetKey, key)));
        CompletableFuture<?> unused =
                recallOwnIds(offsetKey, key).whenComplete((nothing, failure) -> subscription.start());
        return subscription;
    }

    private String offsetKey(String streamKey) {
        String given = endpoint.getConfiguration().getOffsetKey();
        if (given == null) {
            return source.offsetKey(streamKey);
        }
        return source.only().isPresent() ? given : given + '|' + streamKey;
    }

    private Map<String, String> ownIds(String offsetKey, String streamKey) {
        List<String> ids = endpoint.runtime().ownMessages().remembered(ownKey(streamKey), OWN_IDS_KEPT);
        return ids.isEmpty() ? Map.of() : Map.of(offsetKey + "|own", String.join("\n", ids));
    }

    private String ownKey(String streamKey) {
        return source.echoKeys(streamKey).get(0);
    }

    private CompletableFuture<Void> recallOwnIds(String offsetKey, String streamKey) {
        if (!endpoint.getConfiguration().isSkipOwn()) {
            return CompletableFuture.completedFuture(null);
        }
        return parts.store().load(offsetKey + "|own").thenAccept(ids -> {
            String echo = ownKey(streamKey);
            ids.ifPresent(text -> Arrays.stream(text.split("\n", -1))
                    .forEach(id -> endpoint.runtime().ownMessages().sent(echo, id)));
        });
    }

    /** Closes a stream that nobody wants any more; its offset stays. */
    void close(String key) {
        StreamSubscription gone = subscriptions.remove(key);
        if (gone != null) {
            CompletableFuture<Void> unused = gone.stop();
        }
    }

    Collection<String> keys() {
        return List.copyOf(subscriptions.keySet());
    }

    void suspend() {
        all(StreamSubscription::suspend).join();
    }

    void resume() {
        subscriptions.values().forEach(StreamSubscription::start);
    }

    /** Done when nothing is in flight and every offset is stored. */
    CompletableFuture<Void> stop() {
        return all(StreamSubscription::stop);
    }

    private CompletableFuture<Void> all(java.util.function.Function<StreamSubscription, CompletableFuture<Void>> step) {
        return CompletableFuture.allOf(subscriptions.values().stream().map(step).toArray(CompletableFuture<?>[]::new));
    }

    List<StreamStatus> statuses() {
        return subscriptions.values().stream().map(StreamSubscription::status).toList();
    }
}
