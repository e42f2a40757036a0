/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code conversationId=*}: every conversation of an agent, those that come and go while the route runs included. */
class AllConversationsTest {

    private final Map<String, List<String>> got = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private StreamTestSupport rig;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void run(String options) throws Exception {
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?conversationId=*" + options)
                        .routeId("collect")
                        .process(AllConversationsTest.this::take);
            }
        });
        rig.start();
    }

    private void take(Exchange exchange) {
        String conversation = exchange.getMessage().getHeader("CamelBimpeaiConversationId", String.class);
        got.computeIfAbsent(conversation, key -> new CopyOnWriteArrayList<>()).add(StreamTestSupport.text(exchange));
        count.incrementAndGet();
    }

    private List<String> conversations(int number) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            ids.add(rig.server.addConversation(rig.agent));
        }
        return ids;
    }

    @Test
    void losesNothingInTwoHundredConversationsOverRandomDrops() throws Exception {
        drops(200, 20);
    }

    @Test
    void runsRoutesOnItsOwnThreadsOnlyHoweverManyMessagesWait() throws Exception {
        // given: every route blocks
        java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
        java.util.Set<String> threads = ConcurrentHashMap.newKeySet();
        List<String> ids = conversations(40);
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?conversationId=*&readIdleTimeout=60000")
                        .routeId("collect")
                        .process(exchange -> {
                            threads.add(Thread.currentThread().getName());
                            gate.await();
                        })
                        .process(AllConversationsTest.this::take);
            }
        });
        rig.start();
        StreamTestSupport.await(() -> rig.server.openStreams() > 40);
        // when
        ids.forEach(id -> rig.server.customerSays(id, "t1"));
        StreamTestSupport.await(() -> rig.consumer().getInFlight() == 40);
        // then
        assertThat(threads).hasSizeLessThanOrEqualTo(8).allMatch(name -> name.contains("bimpeai-consumer"));
        gate.countDown();
        StreamTestSupport.await(() -> count.get() == 40);
    }

    @Test
    void opensMoreStreamsThanADefaultQueueOfCamelTakesTasks() throws Exception {
        // given
        conversations(1_200);
        // when
        run("&readIdleTimeout=60000&maxConnectsPerSecond=2000");
        // then
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(1))
                .until(() -> rig.server.openStreams() > 1_200);
        assertThat(rig.consumer().statuses()).allMatch(status -> status.trouble() == null);
    }

    @Tag("long")
    @Test
    void losesNothingInAThousandConversationsOverRandomDrops() throws Exception {
        drops(1_000, 20);
    }

    private void drops(int conversations, int messages) throws Exception {
        // given
        List<String> ids = conversations(conversations);
        run("&readIdleTimeout=60000&maxConnectsPerSecond=2000");
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> rig.server.openStreams() > conversations);
        Random dice = new Random(3);
        for (String id : ids) {
            rig.server.faults().in(id).once(Fault.dropAfter(dice.nextInt(messages)));
            rig.server.faults().in(id).once(Fault.resetAfter(1 + dice.nextInt(messages)));
        }
        rig.server.dropConnections();
        // when
        for (int i = 1; i <= messages; i++) {
            for (String id : ids) {
                rig.server.customerSays(id, "t" + i);
            }
            if (i % 7 == 0) {
                rig.server.dropConnections();
            }
        }
        // then
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofMinutes(2))
                .until(() -> count.get() >= conversations * messages);
        assertThat(got).hasSize(conversations);
        for (String id : ids) {
            assertThat(got.get(id)).isEqualTo(StreamTestSupport.texts(1, messages));
        }
    }

    @Test
    void findsConversationsThatBeginWhileItRunsAndMissesNothingOfThem() throws Exception {
        // given
        run("");
        StreamTestSupport.await(() -> rig.server.openStreams() == 1);
        // when: all is said before the conversation can have been found
        List<String> ids = conversations(5);
        ids.forEach(id -> rig.server.addMessages(id, 10, "t"));
        StreamTestSupport.await(() -> count.get() >= 50);
        // then
        ids.forEach(id -> assertThat(got.get(id)).isEqualTo(StreamTestSupport.texts(1, 10)));
    }

    @Test
    void findsNothingTwiceAfterARestart() throws Exception {
        // given
        run("&offsetDirectory=" + rig.offsets());
        StreamTestSupport.await(() -> rig.server.openStreams() == 1);
        List<String> ids = conversations(3);
        ids.forEach(id -> rig.server.addMessages(id, 5, "t"));
        StreamTestSupport.await(() -> count.get() >= 15);
        // when
        rig.context.getRouteController().stopRoute("collect");
        String late = rig.server.addConversation(rig.agent);
        ids.forEach(id -> rig.server.customerSays(id, "t6"));
        rig.server.customerSays(late, "t1");
        rig.context.getRouteController().startRoute("collect");
        StreamTestSupport.await(() -> count.get() >= 19);
        // then
        ids.forEach(id -> assertThat(got.get(id)).isEqualTo(StreamTestSupport.texts(1, 6)));
        assertThat(got.get(late)).containsExactly("t1");
    }

    @Test
    void letsConversationsGoThatNoLongerMatchAndTakesThemBackWithoutALoss() throws Exception {
        // given
        ObjectNode wanting = flag(true);
        String id = rig.server.addConversation(rig.agent, wanting);
        run("&needsAttention=true");
        StreamTestSupport.await(() -> rig.server.openStreams(id) == 1);
        rig.server.customerSays(id, "t1");
        StreamTestSupport.await(() -> count.get() == 1);
        // when
        rig.server.updateConversation(id, flag(false));
        StreamTestSupport.await(() -> rig.server.openStreams(id) == 0);
        rig.server.customerSays(id, "t2");
        rig.server.updateConversation(id, flag(true));
        // then
        StreamTestSupport.await(() -> count.get() >= 2);
        assertThat(got.get(id)).containsExactly("t1", "t2");
    }

    @Test
    void doesNotHandAMessageOverTwiceWhenItsConversationComesBackWhileItIsInTheRoute() throws Exception {
        // given: a message in the route
        java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?conversationId=*&needsAttention=true")
                        .routeId("collect")
                        .process(AllConversationsTest.this::take)
                        .process(exchange -> gate.await());
            }
        });
        String id = rig.server.addConversation(rig.agent, flag(true));
        rig.start();
        StreamTestSupport.await(() -> rig.server.openStreams(id) == 1);
        rig.server.customerSays(id, "t1");
        StreamTestSupport.await(() -> count.get() == 1);
        // when
        rig.server.updateConversation(id, flag(false));
        StreamTestSupport.await(() -> rig.consumer().statuses().isEmpty());
        rig.server.updateConversation(id, flag(true));
        StreamTestSupport.await(() -> !rig.consumer().statuses().isEmpty());
        rig.server.customerSays(id, "t2");
        gate.countDown();
        // then
        StreamTestSupport.await(() -> count.get() >= 2);
        assertThat(got.get(id)).containsExactly("t1", "t2");
    }

    @Test
    void opensAConversationWhoseTicketWasNotThereYetWhenItWasListed() throws Exception {
        // given: the list is ahead of the service behind it
        List<String> ids = conversations(3);
        rig.server.faults().in(ids.get(1)).times(2, Fault.respond(404).on(RequestKind.TICKET));
        run("");
        StreamTestSupport.await(() ->
                rig.consumer().getHealthCheck().call().getState() == org.apache.camel.health.HealthCheck.State.DOWN);
        // when
        ids.forEach(id -> rig.server.customerSays(id, "t1"));
        // then
        StreamTestSupport.await(() -> count.get() >= 3);
        ids.forEach(id -> assertThat(got.get(id)).containsExactly("t1"));
        StreamTestSupport.await(() ->
                rig.consumer().getHealthCheck().call().getState() == org.apache.camel.health.HealthCheck.State.UP);
    }

    @Test
    void tellsWhenItLookedForConversationsLast() throws Exception {
        // given
        run("");
        StreamTestSupport.await(() -> rig.server.openStreams() == 1);
        // when
        Map<String, Object> details = rig.consumer().getHealthCheck().call().getDetails();
        // then
        assertThat(details).containsKey("lastDiscovery");
        assertThat(rig.consumer().getSecondsSinceDiscovery()).isBetween(0L, 30L);
    }

    private static ObjectNode flag(boolean needsAttention) {
        return JsonNodeFactory.instance.objectNode().put("needs_attention", needsAttention);
    }
}
