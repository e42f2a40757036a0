/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ModelFields;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.Operation.Parameter.Place;
import io.camelproviders.core.operation.Operation.Payload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of a call. Each comes from the first place that has it: endpoint URI, header, message body; for
 * path ids and {@code user}: endpoint URI, header, component, message body, and a body that names another one than they
 * do is refused. Nothing is sent here. Stateless and thread-safe.
 *
 * <p>A response of an earlier call in the body is never read as request fields, see {@link CallInputs#responseOf()}.
 */
public final class RequestBinder {

    private final String provider;
    private final String headerPrefix;
    private final Json json;

    /**
     * @param provider scheme, for error texts
     * @param headerPrefix prefix of header names, {@code CamelBimpeai} for example
     * @param json reads and checks bodies
     */
    public RequestBinder(String provider, String headerPrefix, Json json) {
        this.provider = provider;
        this.headerPrefix = headerPrefix;
        this.json = json;
    }

    /**
     * Binds one logical call under a fresh request id (or the caller's {@code X-Request-Id}).
     *
     * @throws InvalidRequestException if a value is missing or unfit; the text names it and the places where it can be set
     */
    public OperationCall bind(Operation operation, CallInputs inputs) {
        try {
            return new Binding(operation, inputs).call();
        } catch (ProviderException e) {
            throw e.with(e.details().toBuilder()
                    .provider(provider)
                    .operation(operation.name())
                    .build());
        }
    }

    /**
     * Checks the {@code param.} options of an endpoint, for endpoints to call when they are created.
     *
     * @param params names, with or without the prefix {@code param.}, and values
     * @throws InvalidRequestException if one of them would put a secret into the URI, or is malformed; the text names
     *     it and never its value
     */
    public void checkParams(Map<String, Object> params) {
        ParamOptions.check(params);
    }

    /** One call in the making. */
    private final class Binding {

        private final Operation operation;
        private final CallInputs inputs;
        private final MessageBody body;
        private final ParameterSources sources;
        private final MissingValues missing;
        private final ModelFields model;
        private final Map<String, Object> given;

        Binding(Operation operation, CallInputs inputs) {
            ParamOptions.check(inputs.extras());
            this.operation = operation;
            this.inputs = inputs;
            this.body = new MessageBody(operation, inputs, json);
            this.sources = new ParameterSources(inputs, headerPrefix);
            this.missing = new MissingValues(operation, body, headerPrefix);
            this.model = json.fields(operation.payload().model());
            this.given = body.fields();
        }

        OperationCall call() {
            Map<String, String> path = new LinkedHashMap<>();
            Map<String, String> query = new LinkedHashMap<>();
            for (Parameter parameter : operation.parameters()) {
                if (parameter.place() == Place.PATH) {
                    path.put(parameter.wireName(), pathId(parameter));
                } else if (parameter.place() == Place.QUERY) {
                    addQuery(query, parameter, value(parameter));
                }
            }
            Map<String, Object> fields = null;
            if (operation.payload().kind() == Payload.Kind.NONE) {
                addExtraQuery(query);
            } else {
                fields = payload();
            }
            return new OperationCall(
                    operation,
                    path,
                    query,
                    fields,
                    RequestHeaders.own(inputs.httpHeaders()),
                    RequestHeaders.idempotencyKey(inputs.idempotencyKey()),
                    RequestHeaders.requestId(inputs.httpHeaders()),
                    inputs.requestTimeout());
        }

        private String pathId(Parameter parameter) {
            Object value = value(parameter);
            if (value == null) {
                throw missing.parameter(parameter);
            }
            String id = ParameterValue.text(parameter, value);
            PathTemplate.checkId(parameter.optionName(), id);
            return id;
        }

        /** Path and query values can also be fields of an object body; they are removed from it, unless the request model has such a field. */
        private @Nullable Object value(Parameter parameter) {
            List<Object> candidates = new ArrayList<>();
            Set<String> names = new LinkedHashSet<>(
                    List.of(parameter.wireName(), snake(parameter.wireName()), parameter.optionName()));
            for (String name : names) {
                if (!model.knows(name) && given.containsKey(name)) {
                    Object candidate = given.remove(name);
                    if (candidate != null) {
                        candidates.add(candidate);
                    }
                }
            }
            ParameterSources.Given outer = sources.find(parameter);
            if (outer == null) {
                return candidates.isEmpty() ? null : candidates.get(0);
            }
            if (ParameterSources.identifies(parameter)) {
                candidates.forEach(candidate -> sources.requireSame(parameter, outer, candidate));
            }
            return outer.value();
        }

        /** An empty value means "not given", and pins that where the URI gives it. */
        private void addQuery(Map<String, String> query, Parameter parameter, @Nullable Object value) {
            String text = value == null || value.toString().isEmpty() ? "" : ParameterValue.text(parameter, value);
            if (!text.isEmpty()) {
                query.put(parameter.wireName(), text);
            }
        }

        private void addExtraQuery(Map<String, String> query) {
            sources.extras().forEach((wire, value) -> {
                Parameter parameter = operation.parameters().stream()
                        .filter(known ->
                                known.place() == Place.QUERY && known.wireName().equals(wire))
                        .findFirst()
                        .orElse(new Parameter(wire, Place.QUERY, String.class, false));
                addQuery(query, parameter, ParamOptions.parse(value, true, wire));
            });
        }

        private @Nullable Map<String, Object> payload() {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Parameter parameter : operation.parameters()) {
                if (parameter.place() == Place.TEXT || parameter.place() == Place.BODY) {
                    addField(fields, parameter);
                }
            }
            given.forEach(fields::putIfAbsent);
            ParamOptions.into(fields, sources.extras(), model);
            missing.check(fields);
            boolean omitted = operation.payload().kind() == Payload.Kind.EMPTY_OK && fields.isEmpty();
            return omitted ? null : fields;
        }

        /** Sets one field of the body from outside, from its place in the body, or from the text body. */
        private void addField(Map<String, Object> fields, Parameter parameter) {
            String wire = parameter.wireName();
            ParameterSources.Given outer = sources.find(parameter);
            String alias = given.containsKey(wire) ? wire : parameter.optionName();
            boolean inBody = given.containsKey(alias);
            Object fromBody = given.remove(alias);
            if (outer != null) {
                if (ParameterSources.identifies(parameter)) {
                    sources.requireSame(parameter, outer, fromBody);
                }
                if (!outer.pinned()) {
                    Object value = outer.value();
                    put(fields, wire, value == null ? null : ParameterValue.typed(parameter, value));
                }
            } else if (inBody) {
                if (ParameterSources.identifies(parameter) && fromBody != null && ParameterSources.blank(fromBody)) {
                    throw missing.parameter(parameter);
                }
                put(fields, wire, fromBody);
            } else if (parameter.place() == Place.TEXT) {
                String text = body.text();
                if (text != null && !text.isEmpty()) {
                    fields.put(wire, text);
                }
            }
        }

        // The maps hold explicit nulls: the wire's null is a value like any other.
        @SuppressWarnings("NullAway")
        private void put(Map<String, Object> fields, String wire, @Nullable Object value) {
            fields.put(wire, value);
        }
    }

    private static String snake(String name) {
        return OperationNames.kebab(name).replace('-', '_');
    }
}
