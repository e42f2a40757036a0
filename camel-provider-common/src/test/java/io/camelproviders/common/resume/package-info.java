/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the room {@code resume}. */
@NullMarked
package io.camelproviders.common.resume;

import org.jspecify.annotations.NullMarked;
