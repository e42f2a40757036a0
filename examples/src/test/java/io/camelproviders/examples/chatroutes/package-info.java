/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the ChatRoutes examples. May use: everything. */
@NullMarked
package io.camelproviders.examples.chatroutes;

import org.jspecify.annotations.NullMarked;
