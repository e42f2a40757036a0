/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import io.camelproviders.igpt.model.Runs.RunResult;
import io.camelproviders.igpt.stream.IgptEvent;
import io.camelproviders.testkit.contract.CallContract;
import io.camelproviders.testkit.contract.StreamedAnswerContract;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class IgptContractTest implements CallContract, StreamedAnswerContract {

    private final FakeIgptServer server = FakeIgptServer.start();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        IgptComponent component = new IgptComponent();
        component.getConfiguration().setBaseUrl(server.baseUrl());
        component.getConfiguration().setApiKey(server.apiKey());
        component.getConfiguration().setUser("u-1");
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("igpt", component);
        context.getShutdownStrategy().setTimeout(2);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").routeId("call").toD("igpt:recall/run?requestTimeout=${header.timeout}");
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1))
                        .to("igpt:recall/run");
                from("direct:stream")
                        .routeId("stream")
                        .toD("igpt:recall/run?stream=true&streamTo=direct:piece&requestTimeout=20m"
                                + "&readIdleTimeout=${header.timeout}&firstChunkTimeout=${header.timeout}");
                from("direct:piece").process(IgptContractTest::addPiece);
            }
        });
        context.start();
    }

    @SuppressWarnings("unchecked")
    private static void addPiece(Exchange exchange) {
        String text = exchange.getMessage().getBody(IgptEvent.class).text();
        if (!text.isEmpty()) {
            exchange.getMessage().getHeader("pieces", List.class).add(text);
        }
    }

    @AfterEach
    void close() {
        stopApplication();
        server.close();
    }

    @Override
    public FakeIgptServer server() {
        return server;
    }

    @Override
    public void stopApplication() {
        context.stop();
    }

    @Override
    public String calledOperation() {
        return "recall/run";
    }

    @Override
    public CompletableFuture<String> call(String text, Duration requestTimeout) {
        return send("direct:call", text, Map.of("timeout", requestTimeout.toMillis()));
    }

    @Override
    public CompletableFuture<String> callWithRedelivery(String text) {
        return send("direct:redelivered", text, Map.of());
    }

    @Override
    public CompletableFuture<String> stream(String text, Duration idleTimeout, List<String> pieces) {
        return send("direct:stream", text, Map.of("timeout", idleTimeout.toMillis(), "pieces", pieces));
    }

    @Override
    public int questions() {
        return server.requests("recall/run").size();
    }

    private CompletableFuture<String> send(String uri, String text, Map<String, Object> headers) {
        return context.createProducerTemplate()
                .asyncRequestBodyAndHeaders(uri, text, headers, RunResult.class)
                .thenApply(result -> java.util.Objects.requireNonNullElse(result.text(), ""));
    }
}
