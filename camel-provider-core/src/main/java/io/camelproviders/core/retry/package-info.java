/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Again, and when? Entry: {@code RetryPolicy}. May use: {@code error}.
 */
@NullMarked
package io.camelproviders.core.retry;

import org.jspecify.annotations.NullMarked;
