/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Does the shared module keep to its own rules? */
@NullMarked
package io.camelproviders.core;

import org.jspecify.annotations.NullMarked;
