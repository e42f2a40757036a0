/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.bimpeai.model.Messages.Message;
import io.camelproviders.bimpeai.model.Messages.StreamMessage;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.contract.CallContract;
import io.camelproviders.testkit.contract.SubscriptionContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class BimpeaiContractTest implements CallContract, SubscriptionContract {

    private final FakeBimpeaiServer server = FakeBimpeaiServer.start();
    private final String agent = server.addAgent();
    private final String conversation = server.addConversation(agent);
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path offsets;

    private @Nullable DefaultCamelContext context;

    @AfterEach
    void close() {
        stopApplication();
        server.close();
    }

    @Override
    public FakeBimpeaiServer server() {
        return server;
    }

    @Override
    public List<String> otherSecrets() {
        return server.journal().all().stream()
                .map(request -> request.query().get("ticket"))
                .filter(Objects::nonNull)
                .toList();
    }

    private DefaultCamelContext context(boolean consumer) {
        if (context == null) {
            DefaultCamelContext created = new DefaultCamelContext();
            BimpeaiComponent component = new BimpeaiComponent();
            component.getConfiguration().setBaseUrl(server.baseUrl());
            component.getConfiguration().setApiKey(server.apiKey());
            component.getConfiguration().setReconnectDelay(20);
            component.getConfiguration().setMaxReconnectDelay(200);
            component.getConfiguration().setRetryDelay(20);
            component.getConfiguration().setMaxRetryDelay(100);
            component.getConfiguration().setOffsetDirectory(offsets.toString());
            created.addComponent("bimpeai", component);
            created.getShutdownStrategy().setTimeout(2);
            try {
                created.addRoutes(routes(consumer));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            created.start();
            context = created;
        }
        return context;
    }

    private RouteBuilder routes(boolean consumer) {
        String ids = "?agentId=" + agent + "&conversationId=" + conversation;
        String call = "bimpeai:messages/send" + ids + "&maxRetries=0&requestTimeout=";
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").routeId("call").toD(call + "${header.timeout}");
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1))
                        .to(call + "20000");
                if (consumer) {
                    from("bimpeai:messages/stream" + ids + "&roles=customer")
                            .process(BimpeaiContractTest.this::receive);
                }
            }
        };
    }

    private void receive(Exchange exchange) throws InterruptedException {
        String text = String.valueOf(
                exchange.getMessage().getBody(StreamMessage.class).message());
        if (blocked.contains(text)) {
            new CountDownLatch(1).await();
        }
        if (failing.remove(text)) {
            throw new IllegalStateException("fails once");
        }
        received.add(text);
    }

    @Override
    public void stopApplication() {
        if (context != null) {
            context.stop();
            context = null;
        }
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

    private CompletableFuture<String> send(String uri, String text, Map<String, Object> headers) {
        return context(false)
                .createProducerTemplate()
                .asyncRequestBodyAndHeaders(uri, text, headers, Message.class)
                .thenApply(message -> String.valueOf(message.message()));
    }

    @Override
    public void startConsumer() {
        context(true);
    }

    @Override
    public List<String> received() {
        return received;
    }

    @Override
    public void forgetReceived() {
        received.clear();
    }

    @Override
    public void publish(String text) {
        server.customerSays(conversation, text);
    }

    @Override
    public void blockRouteOn(String text) {
        blocked.add(text);
    }

    @Override
    public void failRouteOn(String text) {
        failing.add(text);
    }

    @Override
    public boolean losesNothing() {
        return true;
    }
}
