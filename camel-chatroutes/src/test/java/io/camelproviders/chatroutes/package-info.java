/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the component in routes. May use: everything. */
@NullMarked
package io.camelproviders.chatroutes;

import org.jspecify.annotations.NullMarked;
