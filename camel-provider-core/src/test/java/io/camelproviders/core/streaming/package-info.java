/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the answer room. */
@NullMarked
package io.camelproviders.core.streaming;

import org.jspecify.annotations.NullMarked;
