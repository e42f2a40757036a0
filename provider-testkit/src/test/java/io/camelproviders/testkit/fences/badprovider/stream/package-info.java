/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A room that looks into a neighbour. */
@NullMarked
package io.camelproviders.testkit.fences.badprovider.stream;

import org.jspecify.annotations.NullMarked;
