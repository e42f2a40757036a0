/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the error room. */
@NullMarked
package io.camelproviders.core.error;

import org.jspecify.annotations.NullMarked;
