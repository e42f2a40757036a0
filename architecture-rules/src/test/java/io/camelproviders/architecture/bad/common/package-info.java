/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A shared module in which every rule is broken. */
@NullMarked
package io.camelproviders.architecture.bad.common;

import org.jspecify.annotations.NullMarked;
