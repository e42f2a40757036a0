/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** A Camel context with the component on a fake console, and calls without a route. */
final class CallTestSupport implements AutoCloseable {

    final FakeBimpeaiServer server = FakeBimpeaiServer.start();
    final DefaultCamelContext context = new DefaultCamelContext();
    final BimpeaiComponent component = new BimpeaiComponent();
    final ProducerTemplate template;
    final String agent = server.addAgent();
    final String conversation = server.addConversation(agent);

    CallTestSupport() {
        component.getConfiguration().setBaseUrl(server.baseUrl());
        component.getConfiguration().setApiKey(server.apiKey());
        component.getConfiguration().setRetryDelay(10);
        component.getConfiguration().setMaxRetryDelay(50);
        context.addComponent("bimpeai", component);
        context.getShutdownStrategy().setTimeout(5);
        context.start();
        template = context.createProducerTemplate();
    }

    /** Sends one exchange; its failure stays in it. */
    Exchange send(String uri, @Nullable Object body, Map<String, Object> headers) {
        return template.send(uri, exchange -> {
            exchange.getMessage().setBody(body);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    Exchange send(String uri, @Nullable Object body) {
        return send(uri, body, Map.of());
    }

    /** {@code bimpeai:messages/send} into the conversation. */
    String messagesSend() {
        return "bimpeai:messages/send?agentId=" + agent + "&conversationId=" + conversation;
    }

    List<Request> requests() {
        return server.journal().all();
    }

    Request last() {
        List<Request> all = requests();
        return all.get(all.size() - 1);
    }

    @Override
    public void close() {
        context.stop();
        server.close();
    }
}
