/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.retry.RetrySafety;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of a provider's table: everything the library knows about one operation. Made by {@link OperationBuilder}.
 *
 * @param name canonical kebab name, {@code messages/send}
 * @param title one sentence for the docs
 * @param method HTTP method; {@code WS} for a WebSocket
 * @param path template below the base URL, {@code /agents/{agentId}/conversations}
 * @param parameters values that options and headers give: path ids, query, the text, named body fields
 * @param payload what the body is
 * @param result what comes back
 * @param repeat how it may be repeated
 * @param paged whether the provider pages the answer
 * @param streams whether the answer can be streamed
 * @param roles as what it can be used
 * @param deprecation why not to use it, or null
 */
public record Operation(
        String name,
        String title,
        String method,
        String path,
        List<Parameter> parameters,
        Payload payload,
        Result result,
        RetrySafety repeat,
        boolean paged,
        boolean streams,
        Set<Role> roles,
        @Nullable String deprecation) {

    /** As what an operation can stand in a route. */
    public enum Role {
        /** {@code to(...)}. */
        PRODUCER,
        /** {@code from(...)}: polled on a schedule. */
        POLLING_CONSUMER,
        /** {@code from(...)}: pushed by the provider. */
        STREAM_CONSUMER
    }

    public Operation {
        parameters = List.copyOf(parameters);
        roles = Set.copyOf(roles);
    }

    /** Whether the operation may be used so. */
    public boolean can(Role role) {
        return roles.contains(role);
    }

    /** The parameter that a text body fills. */
    public Optional<Parameter> text() {
        for (Parameter parameter : parameters) {
            if (parameter.place() == Parameter.Place.TEXT) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /**
     * What the request body is.
     *
     * @param kind whether there is a body
     * @param model the record that describes it, or {@code Map.class}
     * @param required wire names of the fields without which the call is not sent
     */
    public record Payload(Kind kind, Class<?> model, List<String> required) {

        /** Whether there is a body. {@code EMPTY_OK}: an object is sent only if it has fields. */
        public enum Kind {
            NONE,
            JSON,
            EMPTY_OK
        }

        /** No body. */
        public static final Payload NONE = new Payload(Kind.NONE, Void.class, List.of());

        public Payload {
            required = List.copyOf(required);
        }
    }

    /**
     * What the answer holds.
     *
     * @param form its outer form
     * @param type record of the answer or of each item; {@code Object.class} for plain maps and lists
     * @param key field of the envelope that holds it, where the provider has one per operation; else empty
     * @param textField for {@code RAW}: field that holds the one obvious text of the response; else empty
     */
    public record Result(Form form, Class<?> type, String key, String textField) {

        /** Outer form of an answer. */
        public enum Form {
            /** One record. */
            RECORD,
            /** A list of records. */
            LIST,
            /** Not specified: plain maps, lists and scalars. */
            RAW,
            /** The answer is ignored; the message body becomes null. */
            NOTHING
        }

        /** Nothing of interest. */
        public static final Result NOTHING = new Result(Form.NOTHING, Void.class, "", "");
    }
}
