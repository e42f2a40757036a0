/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does Camel see the copilot of Pieces OS? Entry: {@link io.camelproviders.qgpt.QgptComponent}. May use: Camel, the
 * rooms of the common module and this module's tables, models and streams; knows nothing of sockets and JSON.
 */
@NullMarked
package io.camelproviders.qgpt;

import org.jspecify.annotations.NullMarked;
