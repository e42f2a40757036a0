/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the {@code concurrent} package. */
@NullMarked
package io.camelproviders.core.concurrent;

import org.jspecify.annotations.NullMarked;
