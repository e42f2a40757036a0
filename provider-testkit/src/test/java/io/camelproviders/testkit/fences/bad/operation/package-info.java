/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A room that configures Jackson and knows Camel. */
@NullMarked
package io.camelproviders.testkit.fences.bad.operation;

import org.jspecify.annotations.NullMarked;
