/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import io.camelproviders.core.error.DecodeException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the stream, read as far as it can be.
 *
 * @param request id of the exchange, if it names one
 * @param conversation id of the conversation, if it names one
 * @param events what it says, in order; an end is the last one
 * @param fault why the rest could not be read, or null
 */
public record QgptMessage(
        @Nullable String request,
        @Nullable String conversation,
        List<QgptEvent> events,
        @Nullable DecodeException fault) {

    public QgptMessage {
        events = List.copyOf(events);
    }
}
