/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Tests of what all fake servers have in common, over raw sockets so that no HTTP client hides a byte. */
@NullMarked
package io.camelproviders.testkit;

import org.jspecify.annotations.NullMarked;
