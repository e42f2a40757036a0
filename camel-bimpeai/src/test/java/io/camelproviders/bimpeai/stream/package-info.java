/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the package of the same name. */
@NullMarked
package io.camelproviders.bimpeai.stream;

import org.jspecify.annotations.NullMarked;
