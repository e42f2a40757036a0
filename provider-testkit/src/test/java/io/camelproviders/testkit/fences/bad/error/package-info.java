/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A room that uses one outside its table. */
@NullMarked
package io.camelproviders.testkit.fences.bad.error;

import org.jspecify.annotations.NullMarked;
