/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.concurrent.Futures;
import io.camelproviders.support.component.StreamListing;
import io.camelproviders.support.component.StreamListing.Order;
import io.camelproviders.support.component.StreamListing.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What discovery does with the pages of a list: a look at the newest ones, a sweep over all of them. Confined to the steps
 * of discovery.
 */
abstract class DiscoveryPages {

    final StreamListing listing;
    final StreamCatalog catalog;
    final Events events;

    /** What pages lead to. */
    interface Events {

        /** A stream that was not known. */
        void found(String key);

        /** An item of the list that is no stream. */
        void malformed(String item);

        /** The list is not in the order that was asked for. */
        void unsorted();

        /** Runs a step of discovery when a page has arrived; if there is none, or the step throws, the walk is repeated. */
        void after(CompletableFuture<Page> page, Consumer<Page> step);
    }

    DiscoveryPages(StreamListing listing, StreamCatalog catalog, Events events) {
        this.listing = listing;
        this.catalog = catalog;
        this.events = events;
    }

    /** Asks for a page and takes what it brings before the next step. */
    final void ask(Order order, int number, int size, Consumer<Page> next) {
        events.after(Futures.call(() -> listing.page(order, number, size)), page -> {
            page.malformed().forEach(events::malformed);
            next.accept(page);
        });
    }

    /** Notes streams; returns how many of them were not known. */
    final int take(List<String> keys) {
        int fresh = 0;
        for (String key : keys) {
            if (catalog.add(key)) {
                fresh++;
                events.found(key);
            }
        }
        return fresh;
    }
}
