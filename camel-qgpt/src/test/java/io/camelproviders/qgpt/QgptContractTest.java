/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import io.camelproviders.qgpt.model.Conversations.StreamedIdentifier;
import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.testkit.contract.CallContract;
import io.camelproviders.testkit.contract.StreamedAnswerContract;
import io.camelproviders.testkit.contract.SubscriptionContract;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

/** Changes of conversations are the stream without end; the text of one is the name of a new conversation. */
class QgptContractTest implements CallContract, StreamedAnswerContract, SubscriptionContract {

    private final FakeQgptServer server = FakeQgptServer.start();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final Set<String> blocked = ConcurrentHashMap.newKeySet();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private @Nullable DefaultCamelContext context;

    @AfterEach
    void close() {
        stopApplication();
        server.close();
    }

    @Override
    public FakeQgptServer server() {
        return server;
    }

    @Override
    public void stopApplication() {
        if (context != null) {
            context.stop();
            context = null;
        }
    }

    private DefaultCamelContext context(boolean consumer) {
        if (context == null) {
            DefaultCamelContext created = new DefaultCamelContext();
            QgptComponent component = new QgptComponent();
            component.getConfiguration().setBaseUrl(server.baseUrl());
            component.getConfiguration().setReconnectDelay(20);
            component.getConfiguration().setMaxReconnectDelay(200);
            created.addComponent("qgpt", component);
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
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").routeId("call").toD("qgpt:question?requestTimeout=${header.timeout}");
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1))
                        .to("qgpt:question");
                from("direct:stream")
                        .routeId("stream")
                        .toD("qgpt:stream?streamTo=direct:piece&requestTimeout=20m"
                                + "&readIdleTimeout=${header.timeout}&firstChunkTimeout=${header.timeout}");
                from("direct:piece").process(QgptContractTest::addPiece);
                if (consumer) {
                    from("qgpt:conversations/stream").process(QgptContractTest.this::receive);
                }
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static void addPiece(Exchange exchange) {
        String text = exchange.getMessage().getBody(QgptEvent.class).text();
        if (!text.isEmpty()) {
            exchange.getMessage().getHeader("pieces", List.class).add(text);
        }
    }

    private void receive(Exchange exchange) throws InterruptedException {
        String id = exchange.getMessage()
                .getBody(StreamedIdentifier.class)
                .conversation()
                .id();
        process(name(id));
    }

    private synchronized String name(String id) {
        return names.getOrDefault(id, id);
    }

    private void process(String text) throws InterruptedException {
        if (blocked.contains(text)) {
            new CountDownLatch(1).await();
        }
        if (failing.remove(text)) {
            throw new IllegalStateException("fails once");
        }
        received.add(text);
    }

    @Override
    public String calledOperation() {
        return "question";
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
        return server.received().size();
    }

    private CompletableFuture<String> send(String uri, String text, Map<String, Object> headers) {
        return context(false).createProducerTemplate().asyncRequestBodyAndHeaders(uri, text, headers, String.class);
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
    public synchronized void publish(String text) {
        names.put(server.addConversation(text), text);
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
        return false;
    }
}
