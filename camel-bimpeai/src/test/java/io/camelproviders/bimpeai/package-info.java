/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the BimpeAI component against the fake console. */
@NullMarked
package io.camelproviders.bimpeai;

import org.jspecify.annotations.NullMarked;
