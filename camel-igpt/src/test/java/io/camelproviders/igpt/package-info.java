/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests. */
@NullMarked
package io.camelproviders.igpt;

import org.jspecify.annotations.NullMarked;
