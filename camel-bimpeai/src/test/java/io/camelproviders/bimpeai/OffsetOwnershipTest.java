/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.camelproviders.support.consumer.stream.StreamConsumer;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.state.FileStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two routes on the same conversations: who has which offset, and that nobody loses a message by it. */
class OffsetOwnershipTest {

    private final Map<String, List<String>> got = new ConcurrentHashMap<>();
    private StreamTestSupport rig;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private String store() {
        return "&offsetDirectory=" + directory;
    }

    private RouteBuilder route(String id, String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId(id).process(exchange -> take(id, exchange));
            }
        };
    }

    private void take(String route, Exchange exchange) {
        got(route).add(StreamTestSupport.text(exchange));
    }

    private List<String> got(String route) {
        return got.computeIfAbsent(route, absent -> new CopyOnWriteArrayList<>());
    }

    private StreamConsumer consumer(String route) {
        return (StreamConsumer) rig.context.getRoute(route).getConsumer();
    }

    private HealthCheck.Result health(String route) {
        return consumer(route).getHealthCheck().call();
    }

    private String all(String options) {
        return "bimpeai:messages/stream?conversationId=*" + store() + options;
    }

    private void awaitOpen(String route, int streams) {
        StreamTestSupport.await(() -> consumer(route).getOpenStreams() == streams);
    }

    // ---- Two routes on one conversation ----

    @Test
    void refusesTheSecondRouteOfAConversationOnOneStoreAndNamesOffsetKey() throws Exception {
        // given
        rig.context.addRoutes(route("answer", rig.stream(store())));
        rig.context.addRoutes(route("archive", rig.stream(store() + "&roles=customer")));
        // when
        Throwable failure = catchThrowable(() -> rig.context.start());
        // then
        assertThat(failure).isNotNull();
        assertThat(LogCapture.chain(failure)).contains("offsetKey").contains("route answer");
        assertThat(rig.asked("/stream-ticket")).isZero();
    }

    @Test
    void refusesItInAnotherContextOfTheSameProcessToo() throws Exception {
        // given
        Path file = directory.resolve("offsets.dat");
        FileStateRepository first = FileStateRepository.fileStateRepository(file.toFile());
        rig.context.getRegistry().bind("store", first);
        rig.context.addRoutes(route("answer", rig.stream("&offsetRepository=#store")));
        rig.start();
        try (DefaultCamelContext other = new DefaultCamelContext()) {
            rig.configure(other);
            other.getRegistry().bind("store", FileStateRepository.fileStateRepository(file.toFile()));
            other.addRoutes(route("other", rig.stream("&offsetRepository=#store&roles=customer")));
            // when
            Throwable failure = catchThrowable(other::start);
            // then
            assertThat(failure).isNotNull();
            assertThat(LogCapture.chain(failure)).contains("offsetKey").contains("route answer");
        }
    }

    @Test
    void givesEachRouteEveryMessageUnderAnOffsetKeyOfItsOwn() throws Exception {
        // given
        rig.context.addRoutes(route("answer", rig.stream(store())));
        rig.context.addRoutes(route("archive", rig.stream(store() + "&offsetKey=archive")));
        rig.start();
        // when: both go on from their own offsets
        rig.say(1, 3);
        StreamTestSupport.await(
                () -> got("answer").size() == 3 && got("archive").size() == 3);
        rig.context.getRouteController().stopRoute("answer");
        rig.say(4, 6);
        StreamTestSupport.await(() -> got("archive").size() == 6);
        rig.context.getRouteController().startRoute("answer");
        StreamTestSupport.await(() -> got("answer").size() >= 6);
        // then
        assertThat(got("answer")).isEqualTo(StreamTestSupport.texts(1, 6));
        assertThat(got("archive")).isEqualTo(StreamTestSupport.texts(1, 6));
    }

    @Test
    void givesEachRouteEveryMessageWithoutAnyStore() throws Exception {
        // given
        rig.context.addRoutes(route("answer", rig.stream("")));
        rig.context.addRoutes(route("archive", rig.stream("&roles=customer")));
        rig.start();
        // when
        rig.say(1, 3);
        // then
        StreamTestSupport.await(
                () -> got("answer").size() == 3 && got("archive").size() == 3);
        assertThat(got("archive")).isEqualTo(got("answer"));
    }

    // ---- A route for one conversation beside one for all ----

    @Test
    void leavesANamedConversationToItsOwnRouteInWhateverOrderTheyStand() throws Exception {
        // given
        String second = rig.server.addConversation(rig.agent);
        rig.context.addRoutes(route("all", all("")));
        rig.context.addRoutes(route("named", rig.stream(store())));
        try (LogCapture log = new LogCapture()) {
            rig.start();
            awaitOpen("all", 1);
            awaitOpen("named", 1);
            // when
            rig.say(1, 3);
            rig.server.customerSays(second, "t1");
            // then
            StreamTestSupport.await(() -> got("named").size() == 3 && got("all").size() == 1);
            assertThat(got("named")).isEqualTo(StreamTestSupport.texts(1, 3));
            assertThat(got("all")).containsExactly("t1");
            assertThat(log.text().split("leaves stream " + rig.conversation, -1))
                    .hasSize(2);
        }
        assertThat(health("all").getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health("named").getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health("all").getDetails()).containsEntry("leftToNamedConsumers", 1L);
    }

    @Test
    void letsANamedRouteThatStartsLaterTakeItsConversationOverWithoutALossOrADuplicate() throws Exception {
        // given: a message in the route for all conversations
        CountDownLatch gate = new CountDownLatch(1);
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(all("")).routeId("all").process(exchange -> {
                    take("all", exchange);
                    assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
                });
            }
        });
        rig.start();
        awaitOpen("all", 1);
        rig.say(1, 3);
        StreamTestSupport.await(() -> got("all").size() == 1);
        // when
        rig.context.addRoutes(route("named", rig.stream(store())));
        StreamTestSupport.await(() -> consumer("all").getStreams() == 0);
        assertThat(got("named")).isEmpty();
        gate.countDown();
        // then
        StreamTestSupport.await(() -> got("named").size() >= 2);
        rig.say(4, 4);
        StreamTestSupport.await(() -> got("named").size() >= 3);
        assertThat(got("all")).containsExactly("t1");
        assertThat(got("named")).isEqualTo(StreamTestSupport.texts(2, 4));
    }

    @Test
    void takesTheConversationBackWhenItsOwnRouteStops() throws Exception {
        // given
        rig.context.addRoutes(route("all", all("")));
        rig.context.addRoutes(route("named", rig.stream(store())));
        rig.start();
        awaitOpen("named", 1);
        rig.say(1, 2);
        StreamTestSupport.await(() -> got("named").size() == 2);
        // when
        rig.context.getRouteController().stopRoute("named");
        rig.say(3, 4);
        // then
        StreamTestSupport.await(() -> got("all").size() >= 2);
        assertThat(got("all")).isEqualTo(StreamTestSupport.texts(3, 4));
        assertThat(health("all").getDetails()).doesNotContainKey("leftToNamedConsumers");
    }

    // ---- Two routes for all ----

    @Test
    void leavesAConversationToTheFirstOfTwoRoutesForAllAndSaysDown() throws Exception {
        // given
        String second = rig.server.addConversation(
                rig.agent,
                com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                        .objectNode()
                        .put("is_test_channel", true));
        rig.context.addRoutes(route("tests", all("&isTestChannel=true")));
        rig.start();
        awaitOpen("tests", 1);
        rig.context.addRoutes(route("all", all("")));
        awaitOpen("all", 1);
        StreamTestSupport.await(() -> health("all").getState() == HealthCheck.State.DOWN);
        // when
        rig.say(1, 2);
        rig.server.customerSays(second, "test");
        // then
        StreamTestSupport.await(() -> got("tests").size() == 1 && got("all").size() == 2);
        assertThat(got("tests")).containsExactly("test");
        assertThat(got("all")).isEqualTo(StreamTestSupport.texts(1, 2));
        assertThat(health("tests").getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(health("all").getMessage().orElse("")).contains("offsetKey");
    }

    @Test
    void pinsEachRouteForAllUnderItsOwnPrefix() throws Exception {
        // given
        rig.context.addRoutes(route("all", all("")));
        rig.start();
        rig.say(1, 2);
        StreamTestSupport.await(() -> got("all").size() == 2);
        // when: it begins now, not where the other one began
        org.awaitility.Awaitility.await()
                .pollDelay(java.time.Duration.ofMillis(3_100))
                .until(() -> true);
        rig.context.addRoutes(route("archive", all("&offsetKey=archive")));
        rig.say(3, 4);
        // then
        StreamTestSupport.await(() -> got("archive").size() >= 2 && got("all").size() >= 4);
        assertThat(got("archive")).isEqualTo(StreamTestSupport.texts(3, 4));
        assertThat(got("all")).isEqualTo(StreamTestSupport.texts(1, 4));
    }

    // ---- Reload ----

    @Test
    void letsAReloadedRouteTakeItsKeyOver() throws Exception {
        // given
        rig.context.addRoutes(route("answer", rig.stream(store())));
        rig.start();
        rig.say(1, 2);
        StreamTestSupport.await(() -> got("answer").size() == 2);
        for (int i = 2; i < 5; i++) {
            // when: the same route id again, as a reload adds it
            rig.context.addRoutes(route("answer", rig.stream(store() + "&dedupWindow=" + 100 * i)));
            rig.say(2 * i - 1, 2 * i);
            int last = 2 * i;
            // then
            StreamTestSupport.await(() -> got("answer").size() >= last);
        }
        assertThat(got("answer")).isEqualTo(StreamTestSupport.texts(1, 8));
    }

    @Test
    void waitsForTheMessageThatTheReloadedRouteStillHasInFlight() throws Exception {
        // given: a message that outlives the stop of its route
        CountDownLatch gate = new CountDownLatch(1);
        rig.context.getShutdownStrategy().setTimeout(1);
        rig.context.getShutdownStrategy().setShutdownNowOnTimeout(false);
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                // Camel's error handler rejects what is still running when its route has stopped.
                errorHandler(noErrorHandler());
                from(rig.stream("&offsetKey=k&offsetRepository=#store"))
                        .routeId("answer")
                        .process(exchange -> {
                            take("old", exchange);
                            assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
                        });
            }
        });
        rig.context
                .getRegistry()
                .bind(
                        "store",
                        FileStateRepository.fileStateRepository(
                                directory.resolve("o.dat").toFile()));
        rig.start();
        rig.say(1, 3);
        StreamTestSupport.await(() -> got("old").size() == 1);
        // when
        rig.context.getRouteController().stopRoute("answer", 1, TimeUnit.SECONDS);
        rig.context.getShutdownStrategy().setTimeout(60);
        rig.context.addRoutes(route("new", rig.stream("&offsetKey=k&offsetRepository=#store")));
        org.awaitility.Awaitility.await()
                .during(java.time.Duration.ofMillis(500))
                .until(() -> got("new").isEmpty());
        gate.countDown();
        // then
        StreamTestSupport.await(() -> got("new").size() >= 2);
        assertThat(got("old")).containsExactly("t1");
        assertThat(got("new")).isEqualTo(StreamTestSupport.texts(2, 3));
    }
}
