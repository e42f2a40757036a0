/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.paging;

import org.jspecify.annotations.Nullable;

/**
 * What a provider said about a page; null where it said nothing.
 *
 * @param page number of this page, from 1
 * @param limit items a page
 * @param total items in all
 * @param pages pages in all
 * @param hasNext whether another page follows
 */
public record PageInfo(
        @Nullable Integer page,
        @Nullable Integer limit,
        @Nullable Integer total,
        @Nullable Integer pages,
        @Nullable Boolean hasNext) {

    /** Nothing said: the page is the only one. */
    public static final PageInfo NONE = new PageInfo(null, null, null, null, false);
}
