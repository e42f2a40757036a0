/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Lists the streams of an account page by page, as far as the filters of a consumer match them. Stateless. */
public interface StreamListing {

    /** Order of a list. */
    enum Order {
        /** By creation, the newest stream first. */
        NEWEST_FIRST,
        /** By creation, the oldest stream first: new streams are appended, so that they do not shift the pages. */
        OLDEST_FIRST
    }

    /** What has become of a stream that is no longer listed. */
    enum Presence {
        /** It exists and the filters match it. */
        PRESENT,
        /** It does not exist, or the filters do not match it any more. */
        GONE
    }

    /** Whether a stream that the filters do not match now may match later, or the reverse. */
    boolean filtersCanChange();

    /**
     * One page. Fails with a {@code ProviderException}.
     *
     * @param number from 1
     * @param size streams a page, 1 to {@link #pageSize()}
     */
    CompletableFuture<Page> page(Order order, int number, int size);

    /** Largest page that the provider returns. */
    int pageSize();

    /** Asks the provider for one stream. Fails with a {@code ProviderException} if the response does not settle it. */
    CompletableFuture<Presence> presence(String streamKey);

    /**
     * One page.
     *
     * @param keys of its streams
     * @param malformed what it holds beside them, each as text without secrets
     * @param sorted whether its streams are in the order that was asked for
     * @param more whether another page follows
     * @param total streams in all, or null
     */
    record Page(
            List<String> keys,
            List<String> malformed,
            boolean sorted,
            boolean more,
            @Nullable Integer total) {

        public Page {
            keys = List.copyOf(keys);
            malformed = List.copyOf(malformed);
        }
    }
}
