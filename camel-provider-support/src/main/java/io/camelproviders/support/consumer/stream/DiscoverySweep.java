/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.support.component.StreamListing;
import io.camelproviders.support.component.StreamListing.Order;
import io.camelproviders.support.component.StreamListing.Page;
import java.util.List;

/**
 * Walks over the whole list, the oldest stream first, however long it is. A list that never ends but repeats itself ends the
 * sweep too, but does not make it complete. A page that cannot be read is asked for again. Confined to the steps of
 * discovery.
 */
final class DiscoverySweep extends DiscoveryPages {

    private final Progress progress;
    private List<String> last = List.of();
    private int nextPage = 1;

    /** How a sweep goes on. */
    interface Progress {

        /** A page was read and another one follows: ask for it with {@link DiscoverySweep#next()}. */
        void paused();

        /**
         * The sweep has ended.
         *
         * @param complete whether every page was seen
         */
        void ended(boolean complete);
    }

    DiscoverySweep(StreamListing listing, StreamCatalog catalog, Events events, Progress progress) {
        super(listing, catalog, events);
        this.progress = progress;
        catalog.beginSweep();
    }

    /** Asks for the next page, or again for the one that could not be read. */
    void next() {
        int number = nextPage;
        ask(Order.OLDEST_FIRST, number, listing.pageSize(), page -> take(page, number));
    }

    private void take(Page page, int number) {
        List<String> keys = page.keys();
        boolean empty = keys.isEmpty() && page.malformed().isEmpty();
        boolean repeated = !keys.isEmpty() && keys.equals(last);
        take(keys);
        last = keys;
        nextPage = number + 1;
        if (repeated) {
            progress.ended(false);
        } else if (empty || !page.more()) {
            progress.ended(true);
        } else {
            progress.paused();
        }
    }
}
