/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which call set the message body. A bare text carries no mark of its own, so the note holds the object itself and
 * counts as long as the body is that same object; what the author of a route makes of it is the author's.
 *
 * @param operation scheme and name of the operation, {@code igpt:recall/ask}
 * @param body what the call set
 */
public record ResponseNote(String operation, Object body) {

    private static final String PROPERTY = "CamelProviderResponseOf";

    /** Notes that an operation set the body of the message. */
    public static void write(Message message, String operation) {
        Object body = message.getBody();
        Exchange exchange = message.getExchange();
        if (body == null) {
            exchange.removeProperty(PROPERTY);
        } else {
            exchange.setProperty(PROPERTY, new ResponseNote(operation, body));
        }
    }

    /** The operation that set the body of the message, or null if none is known to have. */
    public static @Nullable String of(Message message) {
        return message.getExchange().getProperty(PROPERTY) instanceof ResponseNote note
                        && note.body == message.getBody()
                ? note.operation
                : null;
    }

    /** The operation alone: bodies are payload. */
    @Override
    public String toString() {
        return operation;
    }
}
