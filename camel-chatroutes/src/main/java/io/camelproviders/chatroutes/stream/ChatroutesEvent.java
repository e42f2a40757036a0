/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.Usage;
import io.camelproviders.core.json.ProviderResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the service says while it answers: pieces of text, then the whole message, then the end mark. Source: public
 * ChatRoutes SDKs, streaming.
 */
public sealed interface ChatroutesEvent extends ProviderResponse {

    /** Which case it is, for a switch. */
    Kind kind();

    /** Its type on the wire, in our words where there is none. */
    default String type() {
        return kind().name().toLowerCase(Locale.ROOT);
    }

    /** The cases. */
    enum Kind {
        CONTENT,
        COMPLETE,
        DONE,
        FAULT,
        UNKNOWN
    }

    /**
     * A piece of the answer's text.
     *
     * @param text the piece; never null, may be empty
     * @param model full name of the model, or null
     * @param created when it was made, seconds since 1970, or null
     */
    record Content(
            String text, @Nullable String model, @Nullable Long created) implements ChatroutesEvent {
        @Override
        public Kind kind() {
            return Kind.CONTENT;
        }
    }

    /**
     * The whole message, with what is known only at the end.
     *
     * @param message the assistant's message, or null
     * @param usage tokens it took, or null
     * @param model full name of the model, or null
     */
    record Complete(
            @Nullable Message message,
            @Nullable Usage usage,
            @Nullable String model) implements ChatroutesEvent {
        @Override
        public Kind kind() {
            return Kind.COMPLETE;
        }
    }

    /** The end mark, {@code [DONE]}. */
    record Done() implements ChatroutesEvent {
        @Override
        public Kind kind() {
            return Kind.DONE;
        }
    }

    /**
     * The answer failed: an error chunk, or a chunk that cannot be read (its part of the answer is lost).
     *
     * @param message what is wrong
     * @param code the service's code, or {@link #UNREADABLE}, or null
     * @param raw the chunk as it came
     */
    record Fault(String message, @Nullable String code, String raw) implements ChatroutesEvent {
        /** Code of a chunk that is no JSON. */
        public static final String UNREADABLE = "unreadable";

        @Override
        public Kind kind() {
            return Kind.FAULT;
        }

        /** Whether the chunk could not be read, as opposed to telling an error. */
        public boolean unreadable() {
            return UNREADABLE.equals(code);
        }
    }

    /**
     * Something that this library does not know. It is handed on and never dropped.
     *
     * @param type its type, or empty
     * @param raw the chunk as it came
     */
    record Unknown(String type, String raw) implements ChatroutesEvent {
        @Override
        public Kind kind() {
            return Kind.UNKNOWN;
        }
    }
}
