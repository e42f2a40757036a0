/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.paging;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collects all items of a list that comes in pages. Asks for one page after the other, blocks no thread, and needs no
 * stack however many pages are there at once.
 *
 * <p>Items that were seen before, by id, are left out: they move from page to page while others are inserted or deleted.
 * The walk ends when the provider says so (no next page, or the number of pages or items is reached), at an empty page,
 * and when pages bring nothing new.
 *
 * @param <T> item
 */
public final class PageWalker<T> {

    /** Default maximum number of pages. */
    public static final int DEFAULT_MAX_PAGES = 10_000;

    private final IntFunction<CompletableFuture<Page<T>>> fetch;
    private final Function<T, @Nullable String> idOf;
    private final int maxItems;
    private final int maxPages;

    /**
     * Prepares a walk; nothing is asked for yet.
     *
     * @param fetch asks for a page by its number, from 1
     * @param idOf id of an item; null for one that has none
     * @param maxItems most items collected
     * @param maxPages most pages asked for
     */
    public PageWalker(
            IntFunction<CompletableFuture<Page<T>>> fetch,
            Function<T, @Nullable String> idOf,
            int maxItems,
            int maxPages) {
        if (maxItems < 1) {
            throw new IllegalArgumentException("maxItems must be at least 1, not " + maxItems);
        }
        this.fetch = fetch;
        this.idOf = idOf;
        this.maxItems = maxItems;
        this.maxPages = maxPages;
    }

    /**
     * All items, in the order in which they came first. Fails with {@link LimitExceededException} if there are more than
     * {@code maxItems} or the pages do not end, and with the failure of a page as it is. Cancelling it cancels the page
     * asked for.
     */
    public CompletableFuture<List<T>> all() {
        Walk walk = new Walk();
        CompletableFuture<List<T>> unused = walk.result.whenComplete((items, failure) -> walk.cancelled(failure));
        walk.step();
        return walk.result;
    }

    /** One walk. Its steps run one at a time, on the thread that brought the last page. */
    private final class Walk {

        final CompletableFuture<List<T>> result = new CompletableFuture<>();

        /** Steps wanted; who raises it from 0 runs them, so that a page that is there already needs no deeper stack. */
        private final AtomicInteger wanted = new AtomicInteger();

        private volatile @Nullable CompletableFuture<Page<T>> asked;

        // confined to the steps
        private final PageSequence<T> sequence = new PageSequence<>(idOf, Integer.MAX_VALUE, maxPages);
        private final List<T> items = new ArrayList<>();
        private @Nullable Page<T> arrived;

        void step() {
            if (wanted.getAndIncrement() != 0) {
                return;
            }
            do {
                try {
                    collect();
                    ask();
                } catch (RuntimeException e) {
                    result.completeExceptionally(e);
                }
            } while (wanted.decrementAndGet() != 0);
        }

        private void collect() {
            Page<T> page = arrived;
            if (page == null) {
                return;
            }
            items.addAll(sequence.take(page));
            if (items.size() > maxItems) {
                throw new LimitExceededException(ErrorDetails.of("the list has more than " + maxItems
                        + " items; read it with paging=iterator, narrow the filter or raise maxItems"));
            }
        }

        private void ask() {
            if (result.isDone()) {
                return;
            }
            if (!sequence.more()) {
                result.complete(items);
                return;
            }
            CompletableFuture<Page<T>> page = fetch.apply(sequence.next());
            asked = page;
            if (result.isCancelled()) {
                page.cancel(true);
            }
            CompletableFuture<Page<T>> unused = page.whenComplete(this::arrived);
        }

        private void arrived(@Nullable Page<T> page, @Nullable Throwable failure) {
            if (failure != null) {
                result.completeExceptionally(cause(failure));
                return;
            }
            arrived = page;
            step();
        }

        void cancelled(@Nullable Throwable failure) {
            CompletableFuture<Page<T>> page = asked;
            if (failure instanceof CancellationException && page != null) {
                page.cancel(true);
            }
        }
    }

    /** What really went wrong, without the wrapping of futures. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause(cause) : failure;
    }
}
