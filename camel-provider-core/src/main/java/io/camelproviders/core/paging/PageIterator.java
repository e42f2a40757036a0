/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.paging;

import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProviderException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Items of a list that comes in pages, the next page asked for only when its first item is wanted. Ends as
 * {@link PageWalker} does. Holds one page and the last {@value #REMEMBERED} ids.
 *
 * <p>{@link #hasNext()} and {@link #next()} block while a page is under way; they throw the {@link ProviderException} of a
 * page that failed, and the next call asks for that page again. For one thread; only {@link #close()} may come from another.
 *
 * @param <T> item
 */
public final class PageIterator<T> implements Iterator<T>, AutoCloseable {

    static final int REMEMBERED = 10_000;

    private final IntFunction<CompletableFuture<Page<T>>> fetch;
    private final PageSequence<T> sequence;
    private Iterator<T> items = Collections.emptyIterator();

    // shared with close
    private volatile boolean closed;
    private volatile @Nullable CompletableFuture<Page<T>> asked;

    /**
     * Prepares the iteration; nothing is asked for yet.
     *
     * @param fetch asks for a page by its number, from 1
     * @param idOf id of an item; null for one that has none
     * @param maxPages most pages asked for
     */
    public PageIterator(
            IntFunction<CompletableFuture<Page<T>>> fetch, Function<T, @Nullable String> idOf, int maxPages) {
        this.fetch = fetch;
        this.sequence = new PageSequence<>(idOf, REMEMBERED, maxPages);
    }

    @Override
    public boolean hasNext() {
        while (!closed && !items.hasNext() && sequence.more()) {
            Page<T> page = page(sequence.next());
            if (page != null) {
                items = sequence.take(page).iterator();
            }
        }
        return !closed && items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list has no more items");
        }
        return items.next();
    }

    /** Ends the iteration and gives up the page under way. */
    @Override
    public void close() {
        closed = true;
        CompletableFuture<Page<T>> page = asked;
        if (page != null) {
            page.cancel(true);
        }
    }

    /** The page, or null if the iterator was closed meanwhile. */
    private @Nullable Page<T> page(int number) {
        CompletableFuture<Page<T>> page = fetch.apply(number);
        asked = page;
        if (closed) {
            page.cancel(true);
        }
        try {
            return page.get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (CancellationException e) {
            if (closed) {
                return null;
            }
            throw new AbortedException(ErrorDetails.of("the request for page " + number + " was cancelled"), e);
        } catch (InterruptedException e) {
            page.cancel(true);
            Thread.currentThread().interrupt();
            throw new AbortedException(ErrorDetails.of("interrupted while waiting for page " + number), e);
        } finally {
            asked = null;
        }
    }

    /** The page's own failure, so that it is caught as if the call had been made here. */
    private static RuntimeException failure(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : PageWalker.cause(e.getCause());
        return cause instanceof RuntimeException failure ? failure : new CompletionException(cause);
    }
}
