/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A package that closes a cycle. */
@NullMarked
package io.camelproviders.architecture.bad.common.retry;

import org.jspecify.annotations.NullMarked;
