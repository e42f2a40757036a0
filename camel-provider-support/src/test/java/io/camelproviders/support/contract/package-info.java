/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests that every provider component passes; each provider's tests call them with its own table and constants. */
@NullMarked
package io.camelproviders.support.contract;

import org.jspecify.annotations.NullMarked;
