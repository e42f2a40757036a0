/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the iGPT examples. May use: everything. */
@NullMarked
package io.camelproviders.examples.igpt;

import org.jspecify.annotations.NullMarked;
