/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A package that uses one that is not listed. */
@NullMarked
package io.camelproviders.architecture.bad.common.error;

import org.jspecify.annotations.NullMarked;
