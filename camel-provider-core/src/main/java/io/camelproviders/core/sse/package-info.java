/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
/**
 * What do these bytes say? Entry: {@code FrameDecoder}; {@code SseDecoder} reads server-sent
 * events, {@code DataLineDecoder} one event a line. No I/O, no threads. May use: the JDK.
 */
@NullMarked
package io.camelproviders.core.sse;

import org.jspecify.annotations.NullMarked;
