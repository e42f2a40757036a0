/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/** Does the kit itself behave? Tests over raw sockets, so that no HTTP client hides a byte. */
@NullMarked
package io.camelproviders.testkit;

import org.jspecify.annotations.NullMarked;
