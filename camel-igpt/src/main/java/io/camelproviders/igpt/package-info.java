/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does Camel see iGPT? Entry: {@link io.camelproviders.igpt.IgptComponent}. May use: Camel, the rooms of the common
 * module and this module's tables, models, schemas and streams; knows nothing of sockets and JSON.
 */
@NullMarked
package io.camelproviders.igpt;

import org.jspecify.annotations.NullMarked;
