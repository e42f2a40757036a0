/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Tests of the room {@code retry}.
 */
@NullMarked
package io.camelproviders.core.retry;

import org.jspecify.annotations.NullMarked;
