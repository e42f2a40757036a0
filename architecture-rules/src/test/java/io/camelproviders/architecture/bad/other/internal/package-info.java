/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** An internal package of another provider module. */
@NullMarked
package io.camelproviders.architecture.bad.other.internal;

import org.jspecify.annotations.NullMarked;
