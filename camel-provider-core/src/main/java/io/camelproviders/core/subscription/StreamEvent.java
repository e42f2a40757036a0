/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import org.jspecify.annotations.Nullable;

/**
 * What a frame meant, in the words that every provider shares.
 *
 * @param kind what to do with it
 * @param id id of the message, which is also its position; null where there is none
 * @param type event type on the wire
 * @param role who spoke, as the provider says; empty if it does not say
 * @param payload the provider's record, or the raw text of a malformed or unknown event
 * @param note why an event is malformed; empty otherwise
 */
public record StreamEvent(Kind kind, @Nullable String id, String type, String role, Object payload, String note) {

    /** What is done with an event. */
    public enum Kind {
        /** Goes to the route. */
        MESSAGE,
        /** A sign of life, nothing else. */
        HEARTBEAT,
        /** Cannot be read: goes to the exception handler with its raw text. */
        MALFORMED,
        /** Can be read, means nothing to us: goes to the exception handler with its raw text. */
        UNKNOWN
    }
}
