/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A room that closes a cycle. */
@NullMarked
package io.camelproviders.testkit.fences.bad.retry;

import org.jspecify.annotations.NullMarked;
