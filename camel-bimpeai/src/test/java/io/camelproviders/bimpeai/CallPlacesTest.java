/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Request;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each piece of a route that is retried sends under its own key, the same one at every try, in whatever order pieces run. */
@Timeout(120)
class CallPlacesTest {

    private static final int TRIES = 3;

    private final CallTestSupport rig = new CallTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Builds the part of a route between the message and its failure. */
    private interface Shape {
        ProcessorDefinition<?> add(RouteBuilder builder, RouteDefinition route);
    }

    private static Arguments shape(String name, Set<String> texts, Shape shape) {
        return Arguments.of(name, texts, shape);
    }

    static Stream<Arguments> shapes() {
        return Stream.concat(splits(), otherShapes());
    }

    private static Stream<Arguments> splits() {
        return Stream.of(
                shape("parallel split", Set.of("a", "b", "c", "d"), (builder, route) -> route.setBody(
                                builder.constant("a,b,c,d"))
                        .split(builder.body().tokenize(","))
                        .parallelProcessing()
                        .to("direct:piece")
                        .end()),
                shape("nested split", Set.of("a", "b", "c", "d"), (builder, route) -> route.setBody(
                                builder.constant("a b;c d"))
                        .split(builder.body().tokenize(";"))
                        .split(builder.body().tokenize(" "))
                        .to("direct:piece")
                        .end()
                        .end()),
                shape("nested parallel split", Set.of("a", "b", "c", "d"), (builder, route) -> route.setBody(
                                builder.constant("a b;c d"))
                        .split(builder.body().tokenize(";"))
                        .parallelProcessing()
                        .split(builder.body().tokenize(" "))
                        .parallelProcessing()
                        .to("direct:piece")
                        .end()
                        .end()),
                shape(
                        "send behind a nested split",
                        Set.of("a", "b", "c", "after a b", "after c"),
                        (builder, route) -> route.setBody(builder.constant("a b;c"))
                                .split(builder.body().tokenize(";"))
                                .setProperty("part", builder.body())
                                .split(builder.body().tokenize(" "))
                                .to("direct:piece")
                                .end()
                                .setBody(builder.simple("after ${exchangeProperty.part}"))
                                .to("direct:piece")
                                .end()),
                shape(
                        "send behind a parallel streaming multicast",
                        Set.of("one", "two", "last"),
                        (builder, route) -> route.multicast()
                                .parallelProcessing()
                                .streaming()
                                .to("direct:one", "direct:two")
                                .end()
                                .setBody(builder.constant("last"))
                                .to("direct:piece")));
    }

    private static Stream<Arguments> otherShapes() {
        return Stream.of(
                shape("recipient list of routes", Set.of("one", "two"), (builder, route) -> route.recipientList(
                                builder.constant("direct:one,direct:two"))
                        .parallelProcessing()
                        .end()),
                shape("loop with copy", Set.of("l0", "l1", "l2"), (builder, route) -> route.loop(3)
                        .copy()
                        .setBody(builder.simple("l${exchangeProperty.CamelLoopIndex}"))
                        .to("direct:piece")
                        .end()),
                shape("loop without copy", Set.of("l0", "l1", "l2"), (builder, route) -> route.loop(3)
                        .setBody(builder.simple("l${exchangeProperty.CamelLoopIndex}"))
                        .to("direct:piece")
                        .end()),
                shape("nested loops", Set.of("0", "1", "0 behind", "1 behind"), (builder, route) -> route.loop(2)
                        .setProperty("outer", builder.simple("${exchangeProperty.CamelLoopIndex}"))
                        .loop(1)
                        .setBody(builder.simple("${exchangeProperty.outer}"))
                        .to("direct:piece")
                        .end()
                        .setBody(builder.simple("${exchangeProperty.outer} behind"))
                        .to("direct:piece")
                        .end()),
                shape("wire tap beside a send", Set.of("one", "main"), (builder, route) -> route.wireTap("direct:one")
                        .setBody(builder.constant("main"))
                        .to("direct:piece")),
                shape("sub-route called twice", Set.of("one", "two"), (builder, route) -> route.setBody(
                                builder.constant("one"))
                        .to("direct:piece")
                        .setBody(builder.constant("two"))
                        .to("direct:piece")),
                shape(
                        "routing slip",
                        Set.of("one", "two"),
                        (builder, route) -> route.routingSlip(builder.constant("direct:one,direct:two"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void everyPieceHasItsOwnKeyAtEveryTry(String name, Set<String> texts, Shape shape) throws Exception {
        AtomicInteger tries = new AtomicInteger();
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:piece").routeId("piece").to(rig.messagesSend()).id("send");
                from("direct:one").routeId("one").setBody(constant("one")).to("direct:piece");
                from("direct:two").routeId("two").setBody(constant("two")).to("direct:piece");
                RouteDefinition route = from("bimpeai:messages/stream?agentId=" + rig.agent + "&conversationId="
                                + rig.conversation)
                        .routeId("answer")
                        .errorHandler(noErrorHandler());
                shape.add(this, route).process(exchange -> {
                    if (tries.incrementAndGet() < TRIES) {
                        throw new IllegalStateException("try again");
                    }
                });
            }
        });
        StreamTestSupport.await(() -> rig.server.openStreams() > 0);

        rig.server.customerSays(rig.conversation, "Question");

        StreamTestSupport.await(() -> tries.get() == TRIES && sends().size() == TRIES * texts.size());
        Map<String, Set<String>> keys = keysByText();
        assertThat(keys.keySet()).isEqualTo(texts);
        assertThat(keys.values()).allSatisfy(ofText -> assertThat(ofText).hasSize(1));
        assertThat(keys.values().stream().flatMap(Collection::stream)).doesNotHaveDuplicates();
        assertThat(rig.server.replies(rig.conversation)).hasSize(texts.size());
    }

    private List<Request> sends() {
        return rig.server
                .journal()
                .matching(request ->
                        request.method().equals("POST") && request.path().endsWith("/messages"));
    }

    private Map<String, Set<String>> keysByText() {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        sends().forEach(request -> keys.computeIfAbsent(
                        request.json().path("message").asText(), absent -> new TreeSet<>())
                .add(request.header("Idempotency-Key").orElse("none")));
        return keys;
    }
}
