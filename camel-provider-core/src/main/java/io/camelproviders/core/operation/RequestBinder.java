/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ModelFields;
import io.camelproviders.core.operation.Operation.Payload;
import io.camelproviders.core.operation.Parameter.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Collects the values of a call. Each comes from the first place that has it: the endpoint URI, a header, the message
 * body, the component's default. Nothing is sent here. Stateless and thread-safe.
 */
public final class RequestBinder {

    private static final int MAX_KEY_LENGTH = 255;
    private static final Set<String> RESERVED_HEADERS = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "authorization",
            "idempotency-key");

    private final String provider;
    private final String headerPrefix;
    private final Json json;
    private final BodyFields bodies;

    /**
     * @param provider scheme, for error texts
     * @param headerPrefix what stands before a parameter's name in a header, {@code CamelBimpeai} for example
     * @param json reads and checks bodies
     */
    public RequestBinder(String provider, String headerPrefix, Json json) {
        this.provider = provider;
        this.headerPrefix = headerPrefix;
        this.json = json;
        this.bodies = new BodyFields(json);
    }

    /**
     * Binds one logical call under a fresh request id (or the caller's {@code X-Request-Id}).
     *
     * @throws InvalidRequestException if a value is missing or unfit; the text names it and where it may stand
     */
    public OperationCall bind(Operation operation, CallInputs inputs) {
        try {
            return bound(operation, inputs);
        } catch (ProviderException e) {
            throw e.with(e.details().toBuilder()
                    .provider(provider)
                    .operation(operation.name())
                    .build());
        }
    }

    private OperationCall bound(Operation operation, CallInputs inputs) {
        Map<String, Object> given = new LinkedHashMap<>(bodies.of(operation, inputs));
        Map<String, String> path = new LinkedHashMap<>();
        Map<String, String> query = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() == Place.PATH) {
                path.put(parameter.wireName(), pathId(operation, parameter, inputs, given));
            } else if (parameter.place() == Place.QUERY) {
                addQuery(query, parameter, value(operation, parameter, inputs, given));
            }
        }
        boolean bodyless = operation.payload().kind() == Payload.Kind.NONE;
        if (bodyless) {
            addExtraQuery(query, operation, inputs.extras());
        }
        return new OperationCall(
                operation,
                path,
                query,
                bodyless ? null : body(operation, inputs, given),
                headers(inputs.httpHeaders()),
                key(inputs.idempotencyKey()),
                requestId(inputs.httpHeaders()),
                inputs.requestTimeout());
    }

    private String pathId(Operation operation, Parameter parameter, CallInputs inputs, Map<String, Object> given) {
        Object value = value(operation, parameter, inputs, given);
        if (value == null) {
            throw missing(parameter);
        }
        String id = ParameterValue.text(parameter, value);
        PathTemplate.checkId(parameter.optionName(), id);
        return id;
    }

    /** Path and query values may stand in an object body too; they are taken out of it, unless the body has such a field. */
    private @Nullable Object value(
            Operation operation, Parameter parameter, CallInputs inputs, Map<String, Object> given) {
        Object fromBody = null;
        ModelFields fields = json.fields(operation.payload().model());
        for (String name : List.of(parameter.wireName(), snake(parameter.wireName()), parameter.optionName())) {
            if (!fields.knows(name) && given.containsKey(name)) {
                Object candidate = given.remove(name);
                fromBody = fromBody == null ? candidate : fromBody;
            }
        }
        Object outer = outer(parameter, inputs);
        Object value = outer == null ? fromBody : outer;
        return value == null ? inputs.fallback(parameter.optionName()) : value;
    }

    private static @Nullable Object outer(Parameter parameter, CallInputs inputs) {
        Object fromUri = inputs.uri(parameter.optionName());
        return fromUri == null ? inputs.header(parameter.headerSuffix()) : fromUri;
    }

    private static void addQuery(Map<String, String> query, Parameter parameter, @Nullable Object value) {
        // An empty value means "not given", and pins that where the URI gives it.
        String text = value == null || value.toString().isEmpty() ? "" : ParameterValue.text(parameter, value);
        if (!text.isEmpty()) {
            query.put(parameter.wireName(), text);
        }
    }

    private static void addExtraQuery(Map<String, String> query, Operation operation, Map<String, Object> extras) {
        extras.forEach((name, value) -> {
            String wire = ParamOptions.bare(name);
            Parameter parameter = operation.parameters().stream()
                    .filter(known ->
                            known.place() == Place.QUERY && known.wireName().equals(wire))
                    .findFirst()
                    .orElse(new Parameter(wire, Place.QUERY, String.class, false));
            addQuery(query, parameter, ParamOptions.parse(value, true));
        });
    }

    private @Nullable Map<String, Object> body(Operation operation, CallInputs inputs, Map<String, Object> given) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() == Place.TEXT || parameter.place() == Place.BODY) {
                addField(fields, operation, parameter, inputs, given);
            }
        }
        given.forEach(fields::putIfAbsent);
        ParamOptions.into(
                fields, inputs.extras(), json.fields(operation.payload().model()));
        operation.parameters().stream()
                .filter(parameter -> parameter.place() == Place.TEXT && parameter.required())
                .filter(parameter -> fields.get(parameter.wireName()) == null)
                .findFirst()
                .ifPresent(parameter -> {
                    throw missing(parameter);
                });
        for (String field : operation.payload().required()) {
            if (fields.get(field) == null) {
                throw missingField(operation, field);
            }
        }
        boolean omitted = operation.payload().kind() == Payload.Kind.EMPTY_OK && fields.isEmpty();
        return omitted ? null : fields;
    }

    /** Sets one field of the body from its option, header, place in the body, the text body or the component. */
    private void addField(
            Map<String, Object> fields,
            Operation operation,
            Parameter parameter,
            CallInputs inputs,
            Map<String, Object> given) {
        String wire = parameter.wireName();
        Object outer = outer(parameter, inputs);
        if (outer != null) {
            fields.put(wire, ParameterValue.typed(parameter, outer));
            return;
        }
        String alias = given.containsKey(wire) ? wire : parameter.optionName();
        if (given.containsKey(alias)) {
            fields.put(wire, given.remove(alias));
            return;
        }
        Object rest = parameter.place() == Place.TEXT ? bodies.text(operation, inputs) : null;
        Object value = rest == null ? inputs.fallback(parameter.optionName()) : rest;
        if (value != null) {
            fields.put(wire, ParameterValue.typed(parameter, value));
        }
    }

    private static List<HttpHeader> headers(List<HttpHeader> given) {
        List<HttpHeader> headers = new ArrayList<>(given.size());
        for (HttpHeader header : given) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (RESERVED_HEADERS.contains(name)) {
                throw new InvalidRequestException(ErrorDetails.of("option httpHeader." + header.name()
                        + " is not allowed: the component writes this header itself; nothing was sent"));
            }
            if (!name.equals("x-request-id")) {
                headers.add(header);
            }
        }
        return headers;
    }

    private static String requestId(List<HttpHeader> given) {
        for (HttpHeader header : given) {
            if (header.name().equalsIgnoreCase("X-Request-Id")) {
                return header.value();
            }
        }
        // It tells calls apart and guards nothing: a secure generator has a lock and costs more than the rest of the
        // binding.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
                .toString();
    }

    private static @Nullable String key(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return null;
        }
        String value = new HttpHeader("Idempotency-Key", key).value();
        if (value.length() > MAX_KEY_LENGTH) {
            throw new InvalidRequestException(
                    ErrorDetails.of("idempotencyKey is longer than " + MAX_KEY_LENGTH + " characters"));
        }
        return value;
    }

    private InvalidRequestException missing(Parameter parameter) {
        String name = parameter.optionName();
        String places = "the endpoint option " + name + ", the header " + headerPrefix + parameter.headerSuffix();
        String body = parameter.place() == Place.TEXT
                ? ", a text as message body, the field " + parameter.wireName() + " of an object as message body"
                : ", the field " + name + " of an object as message body";
        String component = parameter.place() == Place.TEXT ? "" : ", the component's default";
        return new InvalidRequestException(ErrorDetails.of(
                name + " is missing; it may stand in " + places + body + component + ". Nothing was sent"));
    }

    private InvalidRequestException missingField(Operation operation, String field) {
        String option = operation.parameters().stream()
                .filter(parameter -> parameter.wireName().equals(field))
                .findFirst()
                .map(parameter -> "the endpoint option " + parameter.optionName() + ", the header " + headerPrefix
                        + parameter.headerSuffix() + ", ")
                .orElse("");
        return new InvalidRequestException(ErrorDetails.of(LogText.oneLine(field, 80) + " is missing; it may stand in "
                + option + "the endpoint option param." + field + ", the field " + field
                + " of the message body (a Map, JSON or "
                + operation.payload().model().getSimpleName()
                + "). Nothing was sent"));
    }

    private static String snake(String name) {
        return OperationNames.kebab(name).replace('-', '_');
    }
}
