/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import io.camelproviders.bimpeai.model.Messages.StreamMessage;
import io.camelproviders.core.subscription.StreamStatus;
import io.camelproviders.support.consumer.stream.StreamConsumer;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ExceptionHandler;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A Camel context with the component on a fake console, short waits, and a list of what its route got. */
final class StreamTestSupport implements AutoCloseable {

    final FakeBimpeaiServer server;
    final DefaultCamelContext context = new DefaultCamelContext();
    final List<String> texts = new CopyOnWriteArrayList<>();
    final List<Throwable> reported = new CopyOnWriteArrayList<>();
    private @Nullable Path offsets;
    final String agent;
    final String conversation;

    StreamTestSupport(FakeBimpeaiServer server) {
        this.server = server;
        this.agent = server.addAgent();
        this.conversation = server.addConversation(agent);
        configure(context);
        context.getRegistry().bind("watch", new ExceptionHandler() {
            @Override
            public void handleException(Throwable failure) {
                reported.add(failure);
            }

            @Override
            public void handleException(String message, Throwable failure) {
                reported.add(failure);
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable failure) {
                reported.add(failure);
            }
        });
    }

    /** Gives a context the component, pointed at the fake. */
    void configure(DefaultCamelContext target) {
        configure(target, server.baseUrl(), server.apiKey(), agent);
    }

    /** The same in another process. */
    static void configure(DefaultCamelContext target, String url, String key, String agent) {
        BimpeaiComponent component = new BimpeaiComponent();
        component.getConfiguration().setBaseUrl(url);
        component.getConfiguration().setApiKey(key);
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

    /** The one stream, with what is reported kept in {@link #reported}. */
    String watched(String options) {
        return stream("&exceptionHandler=#watch" + options);
    }

    StreamConsumer consumer() {
        return (StreamConsumer) context.getRoute("collect").getConsumer();
    }

    StreamStatus status() {
        return consumer().statuses().get(0);
    }

    HealthCheck.State health() {
        return consumer().getHealthCheck().call().getState();
    }

    /** From here on nothing that is said may be missed. */
    void awaitBegun() {
        await(() -> !consumer().statuses().isEmpty() && status().committed() != null);
    }

    void awaitTexts(int count) {
        await(() -> texts.size() >= count);
    }

    int asked(String pathEnd) {
        return server.journal().count(request -> request.path().endsWith(pathEnd));
    }

    /** Adds a route that collects texts. */
    StreamTestSupport collect(String uri) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("collect").process(exchange -> texts.add(text(exchange)));
            }
        });
        return this;
    }

    void collect(Exchange exchange) {
        texts.add(text(exchange));
    }

    /** A directory for offsets, made at the first call. */
    synchronized Path offsets() {
        if (offsets == null) {
            try {
                offsets = Files.createTempDirectory("offsets");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return offsets;
    }

    static String text(Exchange exchange) {
        return String.valueOf(exchange.getMessage().getBody(StreamMessage.class).message());
    }

    StreamTestSupport start() throws Exception {
        context.start();
        return this;
    }

    void awaitOpen() {
        await(() -> server.openStreams() > 0);
    }

    void say(int from, int to) {
        for (int i = from; i <= to; i++) {
            server.customerSays(conversation, "t" + i);
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
