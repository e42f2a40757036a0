/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A package that uses another provider. */
@NullMarked
package io.camelproviders.architecture.bad.acme.stream;

import org.jspecify.annotations.NullMarked;
