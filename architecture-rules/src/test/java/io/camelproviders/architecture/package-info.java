/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Does each architecture rule fail where it should? */
@NullMarked
package io.camelproviders.architecture;

import org.jspecify.annotations.NullMarked;
