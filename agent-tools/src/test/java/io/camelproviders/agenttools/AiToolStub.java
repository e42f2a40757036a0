/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.util.PropertiesHelper;

/**
 * Stands in for the component {@code ai-tool}, which came with Camel 4.22, on the Camel version of this build. It takes the
 * options that the component's documentation lists and refuses all others, and calls a route as documented: declared
 * arguments become headers of their names, others are dropped, the body is empty, the result is the body as text.
 */
final class AiToolStub extends DefaultComponent {

    /** Tools of the started routes by name. */
    private final Map<String, Tool> tools = Collections.synchronizedMap(new TreeMap<>());

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        Map<String, String> declared = new TreeMap<>();
        PropertiesHelper.extractProperties(parameters, "parameter.")
                .forEach((key, value) -> declared.put(key, value.toString()));
        Tool tool = new Tool(uri, remaining, declared);
        setProperties(tool, parameters);
        return tool;
    }

    Map<String, Tool> tools() {
        return Map.copyOf(tools);
    }

    /** Calls a tool as an agent does. */
    String call(String name, Map<String, Object> arguments) {
        return tools.get(name).call(arguments);
    }

    /** Public, with setters, as Camel's option binding wants it. */
    public final class Tool extends DefaultEndpoint {

        private final String name;
        private final Map<String, String> parameters;
        private final Map<String, Object> options = new HashMap<>();
        private DefaultConsumer consumer;

        private Tool(String uri, String name, Map<String, String> parameters) {
            super(uri, AiToolStub.this);
            this.name = name;
            this.parameters = parameters;
        }

        Map<String, String> parameters() {
            return parameters;
        }

        Object option(String option) {
            return options.get(option);
        }

        public void setTags(String tags) {
            options.put("tags", tags);
        }

        public void setDescription(String description) {
            options.put("description", description);
        }

        public void setReadOnlyHint(Boolean hint) {
            options.put("readOnlyHint", hint);
        }

        public void setDestructiveHint(Boolean hint) {
            options.put("destructiveHint", hint);
        }

        public void setIdempotentHint(Boolean hint) {
            options.put("idempotentHint", hint);
        }

        public void setOpenWorldHint(Boolean hint) {
            options.put("openWorldHint", hint);
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException("ai-tool is a consumer");
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            consumer = new DefaultConsumer(this, processor);
            tools.put(name, this);
            return consumer;
        }

        private String call(Map<String, Object> arguments) {
            Exchange exchange = consumer.createExchange(true);
            arguments.forEach((argument, value) -> {
                if (parameters.containsKey(argument)) {
                    exchange.getMessage().setHeader(argument, value);
                }
            });
            try {
                consumer.getProcessor().process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
            if (exchange.getException() != null) {
                return "Error: " + exchange.getException().getMessage();
            }
            return exchange.getMessage().getBody(String.class);
        }
    }
}
