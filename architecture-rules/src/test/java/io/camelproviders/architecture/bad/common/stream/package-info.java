/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A package that opens sockets, creates threads and reads the clock. */
@NullMarked
package io.camelproviders.architecture.bad.common.stream;

import org.jspecify.annotations.NullMarked;
