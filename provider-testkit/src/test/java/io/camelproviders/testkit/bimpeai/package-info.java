/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the fake BimpeAI Agent Console. */
@NullMarked
package io.camelproviders.testkit.bimpeai;

import org.jspecify.annotations.NullMarked;
