/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Camel's repositories and Resume API as offset stores. Entry class:
 * {@link io.camelproviders.support.offsets.OffsetStores}. May use: {@code config}, core.
 */
@NullMarked
package io.camelproviders.support.offsets;

import org.jspecify.annotations.NullMarked;
