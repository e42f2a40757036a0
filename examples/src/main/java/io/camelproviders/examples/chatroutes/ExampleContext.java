/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.chatroutes;

import io.camelproviders.chatroutes.ChatroutesComponent;
import io.camelproviders.chatroutes.ChatroutesConfiguration;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Where an example plays: on ChatRoutes if {@code CHATROUTES_API_KEY} is set, else on an embedded fake that answers with
 * the example's own words.
 */
final class ExampleContext implements AutoCloseable {

    private static final String API_KEY = "CHATROUTES_API_KEY";

    private final @Nullable FakeChatroutesServer fake;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    /**
     * @param words what the fake answers to a message
     * @param routes of the example
     */
    ExampleContext(UnaryOperator<String> words, RoutesBuilder routes) throws Exception {
        ChatroutesComponent component = new ChatroutesComponent();
        ChatroutesConfiguration options = component.getConfiguration();
        String key = System.getenv(API_KEY);
        if (key == null || key.isBlank()) {
            fake = FakeChatroutesServer.start();
            fake.answerWith(words);
            options.setBaseUrl(fake.baseUrl());
            options.setApiKey(FakeChatroutesServer.API_KEY);
        } else {
            fake = null;
            options.setApiKey(key);
        }
        context.addComponent("chatroutes", component);
        context.getShutdownStrategy().setTimeout(10);
        context.addRoutes(routes);
        context.start();
        template = context.createProducerTemplate();
    }

    /** Sends a body and headers to an endpoint and gives the answer; fails as the route fails. */
    Exchange ask(String uri, @Nullable Object body, Map<String, Object> headers) throws Exception {
        Exchange exchange = template.request(uri, sent -> {
            sent.getMessage().setBody(body);
            headers.forEach(sent.getMessage()::setHeader);
        });
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
        return exchange;
    }

    /** As above, for the body of the answer. */
    <T> T ask(Class<T> type, String uri, @Nullable Object body, Map<String, Object> headers) throws Exception {
        return ask(uri, body, headers).getMessage().getMandatoryBody(type);
    }

    /** The service in words. */
    String place() {
        return fake == null ? "ChatRoutes" : "an embedded fake; set " + API_KEY + " for the real service";
    }

    @Override
    public void close() {
        context.stop();
        if (fake != null) {
            fake.close();
        }
    }
}
