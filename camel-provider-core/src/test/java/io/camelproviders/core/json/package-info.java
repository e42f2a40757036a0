/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Tests of the room {@code json}.
 */
@NullMarked
package io.camelproviders.core.json;

import org.jspecify.annotations.NullMarked;
