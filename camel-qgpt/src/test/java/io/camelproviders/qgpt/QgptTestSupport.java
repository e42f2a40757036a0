/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.qgpt.operation.DiscoverySettings;
import io.camelproviders.qgpt.stream.SocketHealth;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;

/** A started Camel context with the component, which has to find its fake server, and short waits. */
final class QgptTestSupport implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);

    final FakeQgptServer server = FakeQgptServer.start();
    final DefaultCamelContext context = new DefaultCamelContext();
    final QgptComponent component = new QgptComponent();

    QgptTestSupport() {
        component.places(new DiscoverySettings(List.of(), List.of(server.port()), List.of()));
        component.getConfiguration().setConnectTimeout(20_000);
        component.getConfiguration().setReconnectDelay(20);
        component.getConfiguration().setMaxReconnectDelay(200);
        context.addComponent("qgpt", component);
        context.getShutdownStrategy().setTimeout(5);
        context.start();
    }

    QgptTestSupport routes(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        return this;
    }

    /** Sends a body straight to an endpoint and waits. */
    Exchange send(String uri, Object body) {
        return send(uri, exchange -> exchange.getMessage().setBody(body));
    }

    Exchange send(String uri, Processor prepared) {
        return context.createFluentProducerTemplate()
                .to(uri)
                .withProcessor(exchange -> {
                    exchange.setPattern(ExchangePattern.InOut);
                    prepared.process(exchange);
                })
                .request(Exchange.class);
    }

    /** Questions that the stream of the fake was asked, in order. */
    List<String> asked() {
        return server.received().stream()
                .map(message -> message.path("question").path("query").asText())
                .filter(query -> !query.isEmpty())
                .toList();
    }

    /** Calls of a path that the fake got. */
    long posted(String path) {
        return server.journal().all().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    /** How the shared socket is. */
    SocketHealth health() {
        return context.getEndpoint("qgpt:stream", QgptEndpoint.class)
                .link()
                .socket()
                .health();
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    @Override
    public void close() {
        context.stop();
        server.close();
    }
}
