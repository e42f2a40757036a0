/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What comes next? Entries: {@code PageWalker} for a whole list, {@code PageIterator} item by item. May use: {@code error}.
 */
@NullMarked
package io.camelproviders.core.paging;

import org.jspecify.annotations.NullMarked;
