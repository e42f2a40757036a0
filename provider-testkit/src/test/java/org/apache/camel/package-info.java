/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Stands in for Camel, which the kit does not know. */
@NullMarked
package org.apache.camel;

import org.jspecify.annotations.NullMarked;
