/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.retry.RetrySafety;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an operation: everything the library knows about it. Made by {@link Builder}.
 *
 * @param name canonical kebab name, {@code messages/send}
 * @param title one sentence for the docs
 * @param method HTTP method; {@code WS} for a WebSocket
 * @param path template below the base URL, {@code /agents/{agentId}/conversations}
 * @param parameters values that options and headers give: path ids, query, the text, named body fields
 * @param payload what the body is
 * @param result what the response is
 * @param repeat whether it may be retried
 * @param paged whether the provider pages the response
 * @param streams whether the response can be streamed
 * @param roles what it can be used as
 * @param deprecation what to use instead, or null
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

    /** What an operation can be used as in a route. */
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

    /** Starts the definition of a read: safe to repeat, producer and polling consumer. */
    public static Builder get(String name, String path) {
        Builder builder = new Builder(name, "GET", path).repeat(RetrySafety.SAFE);
        return builder.roles(Role.PRODUCER, Role.POLLING_CONSUMER);
    }

    /** Starts the definition of any other call: unsafe to repeat and producer only, unless the builder says otherwise. */
    public static Builder builder(String method, String name, String path) {
        return new Builder(name, method, path);
    }

    /** Whether the operation can be used in this role. */
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
     * What the response holds.
     *
     * @param form its outer form
     * @param type record of the response or of each item; {@code Object.class} for plain maps and lists
     * @param key field of the envelope that holds it, where the provider has one per operation; else empty
     * @param textField for {@code RAW}: field that holds the one obvious text of the response; else empty
     */
    public record Result(Form form, Class<?> type, String key, String textField) {

        /** Outer form of a response. */
        public enum Form {
            /** One record. */
            RECORD,
            /** A list of records. */
            LIST,
            /** Not specified: plain maps, lists and scalars. */
            RAW,
            /** The response is ignored; the message body becomes null. */
            NOTHING
        }

        /** Nothing of interest. */
        public static final Result NOTHING = new Result(Form.NOTHING, Void.class, "", "");
    }

    /**
     * One named value of an operation that options and headers can give.
     *
     * @param wireName name in the path template, the query or the body
     * @param place where it goes
     * @param type String, Integer, Boolean or Double
     * @param required whether the call fails without it
     */
    public record Parameter(String wireName, Place place, Class<?> type, boolean required) {

        /** Where a value goes. {@code TEXT} is the one body field that a {@code String} message body fills. */
        public enum Place {
            PATH,
            QUERY,
            BODY,
            TEXT
        }

        /** The wire name in camelCase: the name of the endpoint option. */
        public String optionName() {
            return OperationNames.camel(wireName);
        }

        /** The option name in PascalCase: the header's name without its prefix, {@code CamelBimpeai} for example. */
        public String headerSuffix() {
            return OperationNames.pascal(wireName);
        }
    }

    /** Builds the definition of an operation. */
    public static final class Builder {

        private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");

        private final String name;
        private final String method;
        private final String path;
        private final List<Parameter> parameters = new ArrayList<>();
        private final Set<Role> roles = EnumSet.of(Role.PRODUCER);
        private String title = "";
        private Payload payload = Payload.NONE;
        private Result result = Result.NOTHING;
        private RetrySafety repeat = RetrySafety.UNSAFE;
        private boolean paged;
        private boolean streams;
        private @Nullable String deprecation;

        private Builder(String name, String method, String path) {
            this.name = name;
            this.method = method;
            this.path = path;
            PLACEHOLDER
                    .matcher(path)
                    .results()
                    .forEach(match ->
                            parameters.add(new Parameter(match.group(1), Parameter.Place.PATH, String.class, true)));
        }

        /** One sentence for the docs. */
        public Builder title(String sentence) {
            this.title = sentence;
            return this;
        }

        /** An optional query parameter. */
        public Builder query(String wireName, Class<?> type) {
            parameters.add(new Parameter(wireName, Parameter.Place.QUERY, type, false));
            return this;
        }

        /** A JSON body described by a record; the named fields are required. */
        public Builder body(Class<?> model, String... required) {
            payload = new Payload(Payload.Kind.JSON, model, List.of(required));
            return this;
        }

        /** A JSON body that is left out when it has no fields. */
        public Builder optionalBody(Class<?> model) {
            payload = new Payload(Payload.Kind.EMPTY_OK, model, List.of());
            return this;
        }

        /** The body field that a text message body fills; required. */
        public Builder text(String wireName) {
            parameters.add(new Parameter(wireName, Parameter.Place.TEXT, String.class, true));
            return this;
        }

        /** The body field that a text message body fills; the call works without it. */
        public Builder optionalText(String wireName) {
            parameters.add(new Parameter(wireName, Parameter.Place.TEXT, String.class, false));
            return this;
        }

        /** A further body field with an option and a header of its own. */
        public Builder field(String wireName, Class<?> type) {
            parameters.add(new Parameter(wireName, Parameter.Place.BODY, type, false));
            return this;
        }

        /** The response is one record. */
        public Builder returns(Class<?> type) {
            return returns(type, "");
        }

        /** The response is one record under a key of the envelope. */
        public Builder returns(Class<?> type, String key) {
            result = new Result(Result.Form.RECORD, type, key, "");
            return this;
        }

        /** The response is a list of records. */
        public Builder list(Class<?> type) {
            return list(type, "");
        }

        /** The response is a list of records under a key of the envelope. */
        public Builder list(Class<?> type, String key) {
            result = new Result(Result.Form.LIST, type, key, "");
            return this;
        }

        /** The response's shape is not specified. */
        public Builder raw() {
            return raw("");
        }

        /** The response's shape is not specified but for the field that holds its one obvious text. */
        public Builder raw(String textField) {
            result = new Result(Result.Form.RAW, Object.class, "", textField);
            return this;
        }

        /** How it may be retried. */
        public Builder repeat(RetrySafety how) {
            this.repeat = how;
            return this;
        }

        /** The provider pages the response. */
        public Builder paged() {
            this.paged = true;
            return this;
        }

        /** The response can be streamed. */
        public Builder streams() {
            this.streams = true;
            return this;
        }

        /** Sets the roles, replacing the method's default ones. */
        public Builder roles(Role... only) {
            roles.clear();
            roles.addAll(List.of(only));
            return this;
        }

        /** Marks the operation as deprecated. */
        public Builder deprecated(String why) {
            this.deprecation = why;
            return this;
        }

        /** The operation. */
        public Operation build() {
            return new Operation(
                    name, title, method, path, parameters, payload, result, repeat, paged, streams, roles, deprecation);
        }
    }
}
