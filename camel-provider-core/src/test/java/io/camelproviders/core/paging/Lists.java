/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Lists as providers page them; writes down which pages were asked for. Items are their own ids. */
final class Lists implements IntFunction<CompletableFuture<Page<String>>> {

    final List<Integer> asked = new ArrayList<>();
    private final IntFunction<Page<String>> pages;

    Lists(IntFunction<Page<String>> pages) {
        this.pages = pages;
    }

    @Override
    public CompletableFuture<Page<String>> apply(int page) {
        asked.add(page);
        return CompletableFuture.completedFuture(pages.apply(page));
    }

    /** That page of a list as it is now. */
    static List<String> slice(List<String> list, int page, int limit) {
        int from = Math.min(list.size(), (page - 1) * limit);
        return list.subList(from, Math.min(list.size(), from + limit));
    }

    static List<String> numbers(int count) {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            numbers.add("" + i);
        }
        return numbers;
    }

    static PageInfo hasNext(@Nullable Integer page, boolean hasNext) {
        return new PageInfo(page, null, null, null, hasNext);
    }
}
