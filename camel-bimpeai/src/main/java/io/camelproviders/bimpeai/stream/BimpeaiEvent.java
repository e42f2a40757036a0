/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import io.camelproviders.bimpeai.model.Messages.StreamMessage;

/** What a frame of a conversation's stream means. */
public sealed interface BimpeaiEvent {

    /**
     * Somebody wrote something.
     *
     * @param message the message; its role is kept as it came
     * @param id where the stream goes on after it: the frame's own id, else the message's
     */
    record Message(StreamMessage message, String id) implements BimpeaiEvent {}

    /** The stream is alive. */
    record Heartbeat() implements BimpeaiEvent {}

    /**
     * A message that cannot be read.
     *
     * @param raw its text, at most 8,192 characters
     * @param reason what is wrong with it, without its content
     */
    record Malformed(String raw, String reason) implements BimpeaiEvent {}

    /**
     * An event of a type that this library does not know.
     *
     * @param type its type, at most 100 characters on one line
     * @param raw its text, at most 8,192 characters
     */
    record Unknown(String type, String raw) implements BimpeaiEvent {}
}
