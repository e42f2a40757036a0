/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.paging;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.LimitExceededException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules of going from page to page: what of a page is new, whether another one follows and which. Confined to one
 * thread at a time.
 *
 * <p>A page that brings nothing new may come of items that moved on by a whole page, so the next one is asked for once
 * more; the second in a row, an empty page, or one whose number did not move ends the list.
 */
final class PageSequence<T> {

    private final Function<T, @Nullable String> idOf;
    private final int maxIds;
    private final int maxPages;

    private final Set<String> seen = new LinkedHashSet<>();
    private List<T> previous = List.of();
    private int reportedBefore;
    private boolean stale;
    private int taken;
    private int next = 1;
    private boolean more = true;

    /**
     * Starts before the first page.
     *
     * @param idOf id of an item; null for one that has none, which counts as new
     * @param maxIds most ids remembered, the oldest goes first
     * @param maxPages most pages
     */
    PageSequence(Function<T, @Nullable String> idOf, int maxIds, int maxPages) {
        if (maxPages < 1) {
            throw new IllegalArgumentException("maxPages must be at least 1, not " + maxPages);
        }
        this.idOf = idOf;
        this.maxIds = maxIds;
        this.maxPages = maxPages;
    }

    boolean more() {
        return more;
    }

    /**
     * Number of the page to ask for.
     *
     * @throws LimitExceededException if that would be one too many
     */
    int next() {
        if (taken >= maxPages) {
            throw new LimitExceededException(ErrorDetails.of("the list did not end after " + maxPages
                    + " pages; ask for larger pages or narrow the filter, for the provider may page without end"));
        }
        return next;
    }

    /** Takes the page asked for; returns what it brings. */
    List<T> take(Page<T> page) {
        List<T> fresh = fresh(page.items());
        boolean nothingNew = fresh.isEmpty() || page.items().equals(previous);
        int reported = page.info().page() == null ? next : page.info().page();
        boolean stuck = taken > 0 && reported <= reportedBefore;
        int number = Math.max(reported, next);
        boolean repeated = nothingNew && (page.items().isEmpty() || stale || stuck);
        more = !repeated && number < Integer.MAX_VALUE && follows(page, number);
        if (more) {
            next = number + 1;
        }
        taken++;
        stale = nothingNew;
        previous = page.items();
        reportedBefore = reported;
        return repeated ? List.of() : fresh;
    }

    /** What the provider says, as far as it says something; else a page with items has a successor. */
    private static boolean follows(Page<?> page, int number) {
        PageInfo info = page.info();
        if (info.hasNext() != null) {
            return info.hasNext();
        }
        if (info.pages() != null) {
            return number < info.pages();
        }
        if (info.limit() != null && info.total() != null && info.limit() > 0) {
            return (long) number * info.limit() < info.total();
        }
        return !page.items().isEmpty();
    }

    private List<T> fresh(List<T> items) {
        List<T> fresh = new ArrayList<>(items.size());
        for (T item : items) {
            String id = idOf.apply(item);
            if (id == null || seen.add(id)) {
                fresh.add(item);
            }
            if (seen.size() > maxIds) {
                Iterator<String> oldest = seen.iterator();
                oldest.next();
                oldest.remove();
            }
        }
        return fresh;
    }
}
