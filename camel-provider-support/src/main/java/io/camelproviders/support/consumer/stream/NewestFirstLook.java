/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.support.component.StreamListing;
import io.camelproviders.support.component.StreamListing.Order;
import io.camelproviders.support.component.StreamListing.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds new streams where the filters of a consumer cannot change: the newest first, up to the first page that ends with a
 * stream that was known before. Mostly one small request; never more than {@value #MOST_REQUESTS}, and a look that has not
 * reached known streams by then goes on where it stopped. Confined to the steps of discovery.
 */
final class NewestFirstLook extends DiscoveryPages {

    static final int MOST_REQUESTS = 5;

    private final Ended ended;

    /** Streams found since the last look that reached known ones: they do not tell where the known ones begin. */
    private final Set<String> found = new HashSet<>();

    private int nextPage = 1;
    private int requests;
    private boolean quiet;
    private @Nullable Integer total;

    /** The end of a look. */
    interface Ended {

        /**
         * The look has ended.
         *
         * @param complete whether it reached known streams, so that nothing is left to be found
         */
        void ended(boolean complete);
    }

    NewestFirstLook(StreamListing listing, StreamCatalog catalog, Events events, Ended ended) {
        super(listing, catalog, events);
        this.ended = ended;
    }

    void begin() {
        requests = 0;
        if (quiet && nextPage == 1) {
            peek();
        } else {
            page(nextPage);
        }
    }

    /** The newest stream and the number of all tell whether anything has changed. */
    private void peek() {
        requests++;
        ask(Order.NEWEST_FIRST, 1, 1, page -> {
            boolean same = page.total() != null
                    && page.total().equals(total)
                    && page.keys().stream().allMatch(catalog::knows);
            if (same) {
                ended.ended(true);
            } else {
                page(1);
            }
        });
    }

    private void page(int number) {
        requests++;
        ask(Order.NEWEST_FIRST, number, listing.pageSize(), page -> take(page, number));
    }

    private void take(Page page, int number) {
        if (!page.sorted()) {
            events.unsorted();
        }
        if (number == 1) {
            total = page.total();
        }
        List<String> keys = page.keys();
        boolean reached = keys.isEmpty() || knownBefore(keys.get(keys.size() - 1)) || !page.more();
        keys.stream().filter(key -> !catalog.knows(key)).forEach(found::add);
        quiet = take(keys) == 0;
        if (reached) {
            found.clear();
            nextPage = 1;
            ended.ended(true);
        } else if (requests < MOST_REQUESTS) {
            page(number + 1);
        } else {
            // Streams that begin meanwhile move what is left to later pages, so none is passed.
            nextPage = number + 1;
            ended.ended(false);
        }
    }

    private boolean knownBefore(String key) {
        return catalog.knows(key) && !found.contains(key);
    }
}
