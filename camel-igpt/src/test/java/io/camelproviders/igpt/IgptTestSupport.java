/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.testkit.igpt.FakeIgptServer;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;

/** A started Camel context with the component on a fake server and short waits. */
final class IgptTestSupport implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(60);
    static final String TEXT = "You asked: hi there";

    final FakeIgptServer server = FakeIgptServer.start();
    final DefaultCamelContext context = new DefaultCamelContext();

    IgptTestSupport() {
        IgptComponent component = new IgptComponent();
        component.getConfiguration().setBaseUrl(server.baseUrl());
        component.getConfiguration().setApiKey(FakeIgptServer.API_KEY);
        component.getConfiguration().setUser("u-1");
        component.getConfiguration().setRetryDelay(10);
        component.getConfiguration().setMaxConnections(1_000);
        context.addComponent("igpt", component);
        context.getShutdownStrategy().setTimeout(5);
        context.start();
    }

    IgptTestSupport routes(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        return this;
    }

    /** Adds {@code direct:in → uri → direct chain}. */
    IgptTestSupport route(String uri) throws Exception {
        return routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("in").to(uri);
            }
        });
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

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    @Override
    public void close() {
        context.stop();
        server.close();
    }
}
