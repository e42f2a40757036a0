/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.paging;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items its items
 * @param info what the provider said about it
 */
public record Page<T>(List<T> items, PageInfo info) {

    public Page {
        items = List.copyOf(items);
    }
}
