/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.bimpeai.model.StreamMessage;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;

/** A Camel context with the component on a fake console, short waits, and a list of what its route got. */
final class StreamRig implements AutoCloseable {

    final FakeBimpeaiServer server;
    final DefaultCamelContext context = new DefaultCamelContext();
    final List<String> texts = new CopyOnWriteArrayList<>();
    final String agent;
    final String conversation;

    StreamRig(FakeBimpeaiServer server) {
        this.server = server;
        this.agent = server.addAgent();
        this.conversation = server.addConversation(agent);
        configure(context);
    }

    /** Gives a context the component, pointed at the fake. */
    void configure(DefaultCamelContext target) {
        BimpeaiComponent component = new BimpeaiComponent();
        component.getConfiguration().setBaseUrl(server.uri().toString());
        component.getConfiguration().setApiKey(server.apiKey());
        component.getConfiguration().setAgentId(agent);
        component.getConfiguration().setReconnectDelay(20);
        component.getConfiguration().setMaxReconnectDelay(200);
        component.getConfiguration().setRetryDelay(20);
        component.getConfiguration().setMaxRetryDelay(100);
        component.getConfiguration().setReadIdleTimeout(1_000);
        component.getConfiguration().setDiscoveryDelay(200);
        target.addComponent("bimpeai", component);
        target.getShutdownStrategy().setTimeout(5);
    }

    String stream(String options) {
        return "bimpeai:messages/stream?conversationId=" + conversation + options;
    }

    /** Adds a route that collects texts. */
    StreamRig collect(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("collect").process(exchange -> texts.add(text(exchange)));
            }
        });
        return this;
    }

    static String text(Exchange exchange) {
        return String.valueOf(exchange.getMessage().getBody(StreamMessage.class).message());
    }

    StreamRig start() throws Exception {
        context.start();
        return this;
    }

    void awaitOpen() {
        await(() -> server.openStreams() > 0);
    }

    void say(int from, int to) {
        for (int i = from; i <= to; i++) {
            server.customerSays(agent, conversation, "t" + i);
        }
    }

    static List<String> texts(int from, int to) {
        return java.util.stream.IntStream.rangeClosed(from, to)
                .mapToObj(i -> "t" + i)
                .toList();
    }

    static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    @Override
    public void close() {
        context.stop();
        server.close();
    }
}
