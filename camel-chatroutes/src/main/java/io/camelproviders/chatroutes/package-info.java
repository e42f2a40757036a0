/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How does Camel see ChatRoutes? Entry: {@link io.camelproviders.chatroutes.ChatroutesComponent}. May use: Camel, the rooms
 * of the common module and this module's table, models and streams; knows nothing of sockets and JSON.
 */
@NullMarked
package io.camelproviders.chatroutes;

import org.jspecify.annotations.NullMarked;
