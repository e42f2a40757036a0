/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Do the components work unchanged on a newer Camel core? */
@NullMarked
package io.camelproviders.compatibility;

import org.jspecify.annotations.NullMarked;
