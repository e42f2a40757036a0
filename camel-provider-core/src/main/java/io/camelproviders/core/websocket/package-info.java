/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * How WebSocket frames travel: {@link io.camelproviders.core.websocket.WebSocketTransport} opens connections. May use:
 * {@code concurrent}, {@code error}, {@code http} and the JDK.
 */
@NullMarked
package io.camelproviders.core.websocket;

import org.jspecify.annotations.NullMarked;
