/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import java.util.List;
import java.util.Locale;

/**
 * One operation as a tool.
 *
 * @param scheme scheme of the component
 * @param operation name in the operation table
 * @param description what it does, for the model
 * @param kind when it is offered
 * @param arguments what the model gives
 * @param pins options that the application may fix and the model never gives, such as {@code agentId}
 * @param paged whether it is asked for one page
 * @param body whether the request has a body
 * @param text whether a text message body would be taken as the text, not as JSON
 * @param answers whether there is an answer
 * @param destructive whether it changes or removes what exists
 * @param key header that carries the idempotency key; empty if the provider knows none
 */
record Tool(
        String scheme,
        String operation,
        String description,
        Kind kind,
        List<Argument> arguments,
        List<String> pins,
        boolean paged,
        boolean body,
        boolean text,
        boolean answers,
        boolean destructive,
        String key) {

    /** When a tool is offered to a model. */
    enum Kind {
        /** By default. */
        READ,
        /** When asked for: each call may incur cost. */
        PAID,
        /** When asked for: it changes something. */
        WRITE
    }

    /** Tag by which agents select it: each kind has its own, so that a tag never offers more than it says. */
    String tag() {
        return kind == Kind.READ ? scheme : scheme + "-" + kind.name().toLowerCase(Locale.ROOT);
    }

    String templateId() {
        return scheme + "-" + operation.replace('/', '-') + "-tool";
    }

    /** Name that the model sees: letters, digits and underscores. */
    String name() {
        return scheme + "_" + operation.replace('/', '_').replace('-', '_');
    }
}
