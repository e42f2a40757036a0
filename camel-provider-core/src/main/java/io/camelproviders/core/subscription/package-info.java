/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Is the stream alive? Entry: {@code StreamSubscription}. May use: {@code http}, {@code stream}, {@code retry}, {@code resume}, {@code error}.
 */
@NullMarked
package io.camelproviders.core.subscription;

import org.jspecify.annotations.NullMarked;
