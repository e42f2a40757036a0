/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.core.retry.RetrySafety;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Makes tools of a provider's operation table.
 *
 * <p>Arguments are path ids, query parameters and the scalar fields of the request body. Secrets are never arguments, nor
 * are options that decide whose data is meant or in which form the answer comes. An operation that cannot do without an
 * object, a list or a secret is no tool.
 */
final class ToolReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SECRET = Pattern.compile(
            "(.*[_-])?(token|password|secret|secret_?key|api_?key|llmApiKey|auth.*)", Pattern.CASE_INSENSITIVE);

    /** Fields that the component sets, or that change the form of the answer. */
    private static final Set<String> OURS = Set.of("stream", "output_format");

    private final Provider provider;
    private final String service;
    private final JsonNode options;

    ToolReader(Provider provider) {
        this.provider = provider;
        this.service = provider.catalog().at("/component/title").asText();
        this.options = provider.catalog().path("properties");
    }

    List<Tool> tools() {
        return provider.operations().stream()
                .map(this::tool)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Tool> tool(Operation operation) {
        boolean callable = operation.can(Role.PRODUCER) && operation.deprecation() == null;
        if (!callable || provider.excluded().containsKey(operation.name())) {
            return Optional.empty();
        }
        Map<String, Argument> arguments = new LinkedHashMap<>();
        List<String> pins = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            boolean url = parameter.place() == Parameter.Place.PATH || parameter.place() == Parameter.Place.QUERY;
            if (provider.pins().contains(parameter.optionName())) {
                pins.add(parameter.optionName());
            } else if (url && !isLimit(operation, parameter)) {
                arguments.put(parameter.optionName(), inUrl(parameter));
            }
        }
        if (!addBody(operation, arguments)) {
            return Optional.empty();
        }
        return Optional.of(new Tool(
                provider.scheme(),
                operation.name(),
                service + ": " + lowerFirst(operation.title()),
                kind(operation),
                List.copyOf(arguments.values()),
                pins,
                operation.paged(),
                operation.payload().kind() != Operation.Payload.Kind.NONE,
                operation.text().isPresent(),
                operation.result().form() != Operation.Result.Form.NOTHING,
                destructive(operation),
                provider.keyed() ? provider.header("IdempotencyKey") : ""));
    }

    /** The size of a page is the application's choice: a model asks for too much. */
    private static boolean isLimit(Operation operation, Parameter parameter) {
        return operation.paged() && parameter.wireName().equals("limit");
    }

    private static Tool.Kind kind(Operation operation) {
        if (operation.repeat() == RetrySafety.PAID) {
            return Tool.Kind.PAID;
        }
        boolean reads =
                operation.repeat() == RetrySafety.SAFE && !operation.method().equals("DELETE");
        return reads ? Tool.Kind.READ : Tool.Kind.WRITE;
    }

    private static boolean destructive(Operation operation) {
        return Set.of("DELETE", "PATCH", "PUT").contains(operation.method())
                || operation.name().endsWith("/disconnect")
                || operation.name().endsWith("/merge");
    }

    private Argument inUrl(Parameter parameter) {
        return new Argument(
                parameter.optionName(),
                type(parameter.type()).orElseThrow(),
                parameter.place() == Parameter.Place.PATH
                        ? firstClause(description(parameter.optionName()))
                        : description(parameter.optionName()),
                parameter.required(),
                values(parameter.optionName()),
                provider.header(parameter.headerSuffix()));
    }

    /** Adds the scalar fields of the body; false if a required one is no scalar or a secret. */
    private boolean addBody(Operation operation, Map<String, Argument> arguments) {
        Set<String> required = new LinkedHashSet<>(operation.payload().required());
        operation.text().filter(Parameter::required).ifPresent(text -> required.add(text.wireName()));
        Map<String, JavaType> fields = fields(operation);
        required.removeAll(provider.pins());
        for (Map.Entry<String, JavaType> field : fields.entrySet()) {
            String name = field.getKey();
            Optional<String> type = type(field.getValue().getRawClass());
            boolean offered = type.isPresent() && !SECRET.matcher(name).matches();
            if (required.contains(name) && !offered) {
                return false;
            }
            if (offered && !OURS.contains(name) && !provider.pins().contains(name)) {
                arguments.putIfAbsent(name, inBody(name, type.get(), required.contains(name)));
            }
        }
        return fields.keySet().containsAll(required);
    }

    private Argument inBody(String name, String type, boolean required) {
        String option = camel(name);
        return new Argument(name, type, description(option), required, values(option), "");
    }

    private static Map<String, JavaType> fields(Operation operation) {
        Map<String, JavaType> fields = new LinkedHashMap<>();
        if (operation.payload().kind() != Operation.Payload.Kind.NONE) {
            JavaType model = JSON.constructType(operation.payload().model());
            JSON.getDeserializationConfig()
                    .introspect(model)
                    .findProperties()
                    .forEach(property -> fields.put(property.getName(), property.getPrimaryType()));
        }
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() == Parameter.Place.TEXT || parameter.place() == Parameter.Place.BODY) {
                fields.putIfAbsent(parameter.wireName(), JSON.constructType(parameter.type()));
            }
        }
        return fields;
    }

    private static Optional<String> type(Class<?> type) {
        if (type == String.class || type.isEnum()) {
            return Optional.of("string");
        }
        if (type == Integer.class || type == Long.class) {
            return Optional.of("integer");
        }
        if (type == Boolean.class) {
            return Optional.of("boolean");
        }
        return type == Double.class ? Optional.of("number") : Optional.empty();
    }

    private String description(String option) {
        String known = options.path(option).path("description").asText();
        if (!known.isEmpty()) {
            return known;
        }
        String words = option.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** What follows the first clause of an id's description concerns routes, not tools. */
    private static String firstClause(String text) {
        int end = text.indexOf(';');
        return end < 0 ? text : text.substring(0, end) + ".";
    }

    private static String lowerFirst(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private List<String> values(String option) {
        return StreamSupport.stream(options.path(option).path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String camel(String wireName) {
        return Pattern.compile("_([a-z])").matcher(wireName).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT));
    }
}
