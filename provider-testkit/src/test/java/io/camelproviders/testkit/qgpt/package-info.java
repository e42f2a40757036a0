/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the fake Pieces OS. */
@NullMarked
package io.camelproviders.testkit.qgpt;

import org.jspecify.annotations.NullMarked;
