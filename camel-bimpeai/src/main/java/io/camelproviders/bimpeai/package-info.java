/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does Camel see BimpeAI? Entry: {@link io.camelproviders.bimpeai.BimpeaiComponent}. May use: Camel, the rooms of the
 * common module and this module's tables, models and streams; knows nothing of sockets and JSON.
 */
@NullMarked
package io.camelproviders.bimpeai;

import org.jspecify.annotations.NullMarked;
