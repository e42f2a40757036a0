/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Text to record and back. Entry: {@code Json}, the one Jackson set-up. May use: Jackson, {@code error}.
 */
@NullMarked
package io.camelproviders.core.json;

import org.jspecify.annotations.NullMarked;
