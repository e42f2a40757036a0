/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.poll;

import io.camelproviders.core.operation.OperationNames;
import io.camelproviders.support.component.ProviderEndpoint;
import io.camelproviders.support.config.EmitMode;
import io.camelproviders.support.offsets.OffsetStores;
import io.camelproviders.support.producer.IdempotencyKeyResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What a polled operation brings that is wanted: reads, compares with the memory, and remembers an item when the exchange
 * that took it is done well. There from start to stop of one consumer; asked by one thread at a time.
 */
final class ItemPoller {

    private final ProviderEndpoint endpoint;
    private final EmitMode emit;
    private final ItemDigests digests;
    private final ItemSource source;
    private final OffsetStores.@Nullable Lease lease;
    private final @Nullable SeenItems memory;
    private final String name;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private boolean loaded;

    /** An item that is to become an exchange. */
    record Item(Object value, String identity, String contents) {}

    /** @param consumer its route, or empty: the same at the next start */
    ItemPoller(ProviderEndpoint endpoint, String consumer) {
        this.endpoint = endpoint;
        this.emit = endpoint.getConfiguration().getEmit();
        this.digests = new ItemDigests(endpoint.getConfiguration().getItemKey());
        this.source = new ItemSource(endpoint, digests);
        String given = endpoint.getConfiguration().getOffsetKey();
        this.name = given == null ? source.name() : given;
        if (emit == EmitMode.ALL) {
            this.lease = null;
            this.memory = null;
        } else {
            OffsetStores.Lease store = endpoint.runtime()
                    .offsets()
                    .lease(
                            endpoint.getConfiguration(),
                            null,
                            new OffsetStores.User(
                                    endpoint.toString(),
                                    consumer + '|' + name,
                                    "after a restart every item of the list is emitted again"));
            this.lease = store;
            this.memory = new SeenItems(store.store(), name);
        }
    }

    /** Reads the list and picks what is wanted and not on its way already, in the list's order; blocks. */
    List<Item> fresh() {
        SeenItems known = memory;
        if (known == null) {
            return source.read().stream().map(value -> new Item(value, "", "")).toList();
        }
        if (!loaded) {
            known.load();
            loaded = true;
        }
        Map<String, Item> listed = new LinkedHashMap<>();
        for (Object value : source.read()) {
            Item item = new Item(value, digests.identity(value), digests.contents(value));
            listed.putIfAbsent(item.identity(), item);
        }
        known.listed(listed.keySet());
        List<Item> fresh = new ArrayList<>();
        for (Item item : listed.values()) {
            if (!underWay.contains(item.identity()) && wanted(known.contents(item.identity()), item)) {
                fresh.add(item);
            }
        }
        return fresh;
    }

    private boolean wanted(@Nullable String before, Item item) {
        return before == null || (emit == EmitMode.CHANGED && !before.equals(item.contents()));
    }

    /** Makes an exchange of an item, which counts as done when the exchange is. */
    void prepare(Exchange exchange, Item item, int index, int size) {
        exchange.getMessage().setBody(item.value());
        source.ids().forEach((id, value) -> exchange.getMessage()
                .setHeader(endpoint.headerPrefix() + OperationNames.pascal(id), value));
        endpoint.fillItem(exchange.getMessage(), item.value());
        exchange.setProperty(Exchange.BATCH_INDEX, index);
        exchange.setProperty(Exchange.BATCH_SIZE, size);
        exchange.setProperty(Exchange.BATCH_COMPLETE, index == size - 1);
        SeenItems known = memory;
        if (known == null) {
            return;
        }
        String message = endpoint.scheme() + '|' + name + '|' + item.identity();
        IdempotencyKeyResolver.mark(exchange, emit == EmitMode.CHANGED ? message + '|' + item.contents() : message);
        underWay.add(item.identity());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange done) {
                // Remembered before it is let go, so that no poll finds it neither known nor on its way.
                if (!done.isRollbackOnly()) {
                    known.done(item.identity(), item.contents());
                }
                underWay.remove(item.identity());
            }

            @Override
            public void onFailure(Exchange failed) {
                underWay.remove(item.identity());
            }
        });
    }

    /** Lets an item go that no exchange will end. */
    void release(Item item) {
        underWay.remove(item.identity());
    }

    /** Waits until all done items are stored; fails if they cannot be. */
    void flush() {
        if (memory == null) {
            return;
        }
        try {
            memory.stored().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Ends a read that is under way. */
    void cancel() {
        source.cancel();
    }

    void close() {
        cancel();
        try {
            flush();
        } finally {
            if (lease != null) {
                lease.close();
            }
        }
    }
}
