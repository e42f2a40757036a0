/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of the subscription: a scripted server, a clock that stands still, no Camel. */
@NullMarked
package io.camelproviders.core.subscription;

import org.jspecify.annotations.NullMarked;
