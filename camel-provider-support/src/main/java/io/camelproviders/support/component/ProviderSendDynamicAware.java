/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.OperationNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.component.SendDynamicAwareSupport;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets {@code toD} use one endpoint and producer for all values of an operation's parameters. The endpoint keeps the
 * options that are no parameters; the values travel beside the message and rank as the URI's own.
 *
 * <p>If an option that is no parameter changes from message to message, there is one endpoint for each of its values, as
 * without this class.
 */
public abstract class ProviderSendDynamicAware extends SendDynamicAwareSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSendDynamicAware.class);
    private static final String FIELD = "param.";
    private static final Set<String> PER_CALL = Set.of("idempotencyKey", "requestId");

    @Override
    public boolean isLenientProperties() {
        return false;
    }

    /** Its properties are the options, its lenient properties the values of parameters. */
    @Override
    public @Nullable DynamicAwareEntry prepare(Exchange exchange, String uri, String originalUri) throws Exception {
        Optional<Operation> operation = operation(uri);
        if (operation.isEmpty()) {
            return null;
        }
        Set<String> names =
                operation.get().parameters().stream().map(Parameter::optionName).collect(Collectors.toSet());
        Map<String, Object> now = parse(uri);
        Map<String, Object> written = written(originalUri);
        if (written != null) {
            refuseSmuggled(now, written);
        }
        Map<String, Object> options = new LinkedHashMap<>();
        Map<String, Object> values = new LinkedHashMap<>();
        now.forEach((name, value) -> {
            String option = spelled(name);
            boolean parameter = names.contains(option) || PER_CALL.contains(option) || option.startsWith(FIELD);
            (parameter ? values : options).put(option, value);
        });
        boolean fixed = options.isEmpty()
                || (written != null
                        && options.entrySet().stream()
                                .allMatch(option -> option.getValue().equals(written.get(option.getKey()))));
        if (values.isEmpty() || !fixed) {
            return null;
        }
        if (written != null) {
            MessageText.restore(exchange, values, written);
        }
        // Without evaluating $simple{...} in them, as Camel would: they may be the words of a customer.
        URISupport.resolveRawParameterValues(values);
        return new DynamicAwareEntry(uri, originalUri, options, values);
    }

    private Optional<Operation> operation(String uri) {
        ProviderComponent component = getCamelContext().getComponent(getScheme(), ProviderComponent.class);
        String path = uri.substring(uri.indexOf(':') + 1);
        int question = path.indexOf('?');
        return component
                .operations()
                .find(question < 0 ? path : path.substring(0, question))
                .filter(row -> row.can(Operation.Role.PRODUCER));
    }

    private static Map<String, Object> parse(String uri) throws Exception {
        String query = URISupport.extractQuery(uri);
        Map<String, Object> parsed = query == null ? null : URISupport.parseQuery(query);
        return parsed == null ? Map.of() : parsed;
    }

    private static String spelled(String name) {
        return name.indexOf('.') < 0 ? OperationNames.camel(name) : name;
    }

    /** The options as the author wrote them; null if their names change with the message too. */
    private @Nullable Map<String, Object> written(String originalUri) {
        try {
            Map<String, Object> written = new LinkedHashMap<>();
            String resolved = getCamelContext().resolvePropertyPlaceholders(originalUri);
            parse(resolved).forEach((name, value) -> written.put(spelled(name), value));
            boolean open = !resolved.startsWith(getScheme() + ':')
                    || written.keySet().stream().anyMatch(name -> name.contains("${"));
            return open ? null : written;
        } catch (Exception e) {
            LOG.debug("toD is not optimised: its URI cannot be read before its expressions are evaluated", e);
            return null;
        }
    }

    /** Text of a customer's with an ampersand in it must not become an option. */
    private static void refuseSmuggled(Map<String, Object> now, Map<String, Object> written) {
        if (!now.keySet().stream().map(ProviderSendDynamicAware::spelled).allMatch(written::containsKey)) {
            throw new IllegalArgumentException("a value of the message brought further options into the URI of toD;"
                    + " wrap it in RAW(...), or give it as a header or as the body. Nothing was sent");
        }
    }

    @Override
    public String resolveStaticUri(Exchange exchange, DynamicAwareEntry entry) throws Exception {
        String path = entry.getUri();
        int question = path.indexOf('?');
        String bare = question < 0 ? path : path.substring(0, question);
        return entry.getProperties().isEmpty()
                ? bare
                : bare + '?' + URISupport.createQueryString(entry.getProperties(), false);
    }

    @Override
    public Processor createPreProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return sent -> DynamicValues.give(sent, entry.getLenientProperties());
    }

    @Override
    public Processor createPostProcessor(Exchange exchange, DynamicAwareEntry entry) {
        return DynamicValues::forget;
    }
}
