/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A room that opens sockets, makes threads and asks the clock. */
@NullMarked
package io.camelproviders.testkit.fences.bad.stream;

import org.jspecify.annotations.NullMarked;
