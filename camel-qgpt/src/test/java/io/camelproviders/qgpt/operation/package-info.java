/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the {@code operation} room. */
@NullMarked
package io.camelproviders.qgpt.operation;

import org.jspecify.annotations.NullMarked;
