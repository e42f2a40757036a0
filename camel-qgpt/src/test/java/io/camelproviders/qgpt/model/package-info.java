/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the {@code model} room. */
@NullMarked
package io.camelproviders.qgpt.model;

import org.jspecify.annotations.NullMarked;
