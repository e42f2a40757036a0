/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.chatroutes.stream.ChatroutesEvent;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import io.camelproviders.testkit.contract.CallContract;
import io.camelproviders.testkit.contract.StreamedAnswerContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ChatroutesContractTest implements CallContract, StreamedAnswerContract {

    private final FakeChatroutesServer server = FakeChatroutesServer.start();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        ChatroutesComponent component = new ChatroutesComponent();
        component.getConfiguration().setBaseUrl(server.baseUrl());
        component.getConfiguration().setApiKey(server.apiKey());
        component.getConfiguration().setMaxRetries(0);
        context.addComponent("chatroutes", component);
        context.getShutdownStrategy().setTimeout(2);
        String conversation = "?conversationId=" + server.addConversation("Trip");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .routeId("call")
                        .toD("chatroutes:messages/send" + conversation + "&requestTimeout=${header.timeout}");
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1))
                        .to("chatroutes:messages/send" + conversation);
                from("direct:stream")
                        .routeId("stream")
                        .toD("chatroutes:messages/stream" + conversation + "&streamTo=direct:piece&requestTimeout=20m"
                                + "&readIdleTimeout=${header.timeout}&firstChunkTimeout=${header.timeout}");
                from("direct:piece").process(ChatroutesContractTest::addPiece);
            }
        });
        context.start();
    }

    @SuppressWarnings("unchecked")
    private static void addPiece(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof ChatroutesEvent.Content content) {
            exchange.getMessage().getHeader("pieces", List.class).add(content.text());
        }
    }

    @AfterEach
    void close() {
        stopApplication();
        server.close();
    }

    @Override
    public FakeChatroutesServer server() {
        return server;
    }

    @Override
    public void stopApplication() {
        context.stop();
    }

    @Override
    public String calledOperation() {
        return "messages/send";
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
        return server.requests("messages/stream").size();
    }

    private CompletableFuture<String> send(String uri, String text, Map<String, Object> headers) {
        return context.createProducerTemplate()
                .asyncRequestBodyAndHeaders(uri, text, headers, SendResult.class)
                .thenApply(SendResult::text);
    }
}
