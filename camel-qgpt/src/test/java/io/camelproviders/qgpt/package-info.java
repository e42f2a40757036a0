/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the module as a whole. */
@NullMarked
package io.camelproviders.qgpt;

import org.jspecify.annotations.NullMarked;
