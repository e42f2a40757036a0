/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** A package that configures Jackson and uses Camel. */
@NullMarked
package io.camelproviders.architecture.bad.common.operation;

import org.jspecify.annotations.NullMarked;
