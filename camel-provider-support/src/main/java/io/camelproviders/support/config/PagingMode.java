/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.config;

/** How a paged list is answered. */
public enum PagingMode {
    /** Every item in one list, bounded by {@code maxItems}. */
    ALL,
    /** One page; paging values are headers. */
    PAGE,
    /** A lazy iterator; the next page is fetched only when asked for. */
    ITERATOR
}
