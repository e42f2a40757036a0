/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.support.component.StreamListing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An account whose list of streams a test writes, counts requests for and shifts. */
final class ScriptedListing implements StreamListing {

    /** In the order of their creation. */
    final List<String> streams = new ArrayList<>();

    final Set<String> gone = new HashSet<>();
    final List<String> asked = new ArrayList<>();
    final List<String> malformed = new ArrayList<>();
    boolean canChange;
    boolean sorts = true;
    boolean countsAll = true;
    boolean ignoresPageNumber;

    /** What happens at the next request; null means that it is answered well. */
    @Nullable
    RuntimeException failure;

    /** Throws instead of returning a failed future. */
    boolean throwsIt;

    /** Runs before each page is cut. */
    Runnable beforePage = () -> {};

    /** What a page becomes. */
    Function<Page, Page> change = page -> page;

    static RuntimeException away() {
        return new TransportException(ErrorDetails.of("connection refused"));
    }

    void add(int from, int to) {
        for (int i = from; i <= to; i++) {
            streams.add("c" + i);
        }
    }

    @Override
    public boolean filtersCanChange() {
        return canChange;
    }

    @Override
    public int pageSize() {
        return 100;
    }

    @Override
    public CompletableFuture<Page> page(Order order, int number, int size) {
        asked.add(order + " " + number + " " + size);
        if (failure != null) {
            if (throwsIt) {
                throw failure;
            }
            return CompletableFuture.failedFuture(failure);
        }
        beforePage.run();
        List<String> sorted = new ArrayList<>(streams);
        if (sorts && order == Order.NEWEST_FIRST) {
            Collections.reverse(sorted);
        }
        int from = ignoresPageNumber ? 0 : Math.min(sorted.size(), (number - 1) * size);
        int to = Math.min(sorted.size(), from + size);
        Integer total = countsAll ? sorted.size() : null;
        boolean more = ignoresPageNumber || to < sorted.size();
        return CompletableFuture.completedFuture(
                change.apply(new Page(sorted.subList(from, to), malformed, sorts, more, total)));
    }

    @Override
    public CompletableFuture<Presence> presence(String streamKey) {
        asked.add("presence " + streamKey);
        return failure == null
                ? CompletableFuture.completedFuture(gone.contains(streamKey) ? Presence.GONE : Presence.PRESENT)
                : CompletableFuture.failedFuture(failure);
    }

    /** The requests since the last call. */
    List<String> takeAsked() {
        List<String> taken = List.copyOf(asked);
        asked.clear();
        return taken;
    }
}
