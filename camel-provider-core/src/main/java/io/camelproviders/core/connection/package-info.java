/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * Is the connection alive, and how much may be read from it? Entry class: {@link
 * io.camelproviders.core.connection.ConnectionCycle}, the one state machine of attempts, back-off and generations under
 * streams, streamed responses and WebSockets; {@link io.camelproviders.core.connection.ReadWindow} is the one flow control. Knows
 * no transport. May use: {@code concurrent}, {@code retry}, {@code error}.
 */
@NullMarked
package io.camelproviders.core.connection;

import org.jspecify.annotations.NullMarked;
