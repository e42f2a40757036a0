/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The offset moves only past messages whose exchange is done: a failing or slow route loses nothing. */
class RouteFailureTest {

    private static final int MANY = 10_000;

    private StreamTestSupport rig;

    @BeforeEach
    void start() {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    /** Fails the first try of one message in ten, always the same ones. */
    private static final class Flaky {
        private final Random dice = new Random(42);
        private final Set<String> seen = new HashSet<>();
        private final AtomicInteger failures = new AtomicInteger();

        synchronized void look(Exchange exchange) {
            if (seen.add(StreamTestSupport.text(exchange)) && dice.nextInt(10) == 0) {
                failures.incrementAndGet();
                throw new IllegalStateException("flaky");
            }
        }
    }

    private RouteBuilder route(String options, org.apache.camel.Processor step) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from(rig.watched(options)).routeId("collect").process(step).process(rig::collect);
            }
        };
    }

    private String lastId() {
        List<io.camelproviders.testkit.bimpeai.FakeMessage> all = rig.server.messages(rig.conversation);
        return all.get(all.size() - 1).id();
    }

    private void awaitAllStored() {
        StreamTestSupport.await(() -> lastId().equals(rig.status().committed()));
    }

    @Test
    void losesNothingAndKeepsOrderWhenOneInTenFailsAndIsTriedAgain() throws Exception {
        // given
        Flaky flaky = new Flaky();
        rig.context.addRoutes(route("&onFailure=retry&retryDelay=1", flaky::look));
        rig.start();
        rig.awaitOpen();
        rig.server.faults().times(5, Fault.dropAfter(1_000));
        // when
        rig.server.addMessages(rig.conversation, MANY, "t");
        rig.awaitTexts(MANY);
        awaitAllStored();
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, MANY));
        assertThat(flaky.failures).hasValueBetween(800, 1_200);
        assertThat(rig.status().counts().failures()).isEqualTo(flaky.failures.get());
    }

    @Test
    void passesOverExactlyTheFailedMessagesIfTold() throws Exception {
        // given
        Flaky flaky = new Flaky();
        rig.context.addRoutes(route("&onFailure=skip", flaky::look));
        rig.start();
        rig.awaitOpen();
        // when
        rig.server.addMessages(rig.conversation, MANY, "t");
        StreamTestSupport.await(() -> rig.texts.size() + flaky.failures.get() >= MANY);
        awaitAllStored();
        // then
        assertThat(rig.texts).hasSize(MANY - flaky.failures.get()).doesNotHaveDuplicates();
        assertThat(rig.texts.stream().map(text -> Integer.valueOf(text.substring(1))))
                .isSorted();
        assertThat(rig.status().counts().passedOver()).isEqualTo(flaky.failures.get());
    }

    @Test
    void stopsAtAFailedMessageAndBeginsWithItAfterARestart() throws Exception {
        // given
        AtomicBoolean broken = new AtomicBoolean(true);
        rig.context.addRoutes(route("&onFailure=stop", exchange -> {
            if (broken.get() && StreamTestSupport.text(exchange).equals("t5")) {
                throw new IllegalStateException("broken");
            }
        }));
        rig.start();
        rig.awaitOpen();
        rig.say(1, 10);
        StreamTestSupport.await(() -> rig.status().state() == StreamState.FAILED);
        assertThat(rig.health()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 4));
        assertThat(rig.status().committed())
                .isEqualTo(rig.server.messages(rig.conversation).get(3).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"redelivery", "handled", "dead letter"})
    void countsAMessageAsDoneWhenTheErrorHandlerDealtWithIt(String how) throws Exception {
        // given
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                switch (how) {
                    case "redelivery" ->
                        errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1));
                    case "handled" ->
                        onException(IllegalStateException.class).handled(true).process(rig::collect);
                    default -> errorHandler(deadLetterChannel("direct:dead"));
                }
                from("direct:dead").process(rig::collect);
                Flaky flaky = new Flaky();
                from(rig.watched("&onFailure=stop"))
                        .routeId("collect")
                        .process(flaky::look)
                        .process(rig::collect);
            }
        });
        rig.start();
        rig.awaitOpen();
        // when
        rig.say(1, 300);
        rig.awaitTexts(300);
        awaitAllStored();
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 300));
        assertThat(rig.status().counts().failures()).isZero();
    }

    @Test
    void takesRollbackOnlyForAFailure() throws Exception {
        // given
        AtomicInteger tries = new AtomicInteger();
        rig.context.addRoutes(route("&retryDelay=1", exchange -> {
            if (StreamTestSupport.text(exchange).equals("t2") && tries.incrementAndGet() < 3) {
                exchange.setRollbackOnly(true);
                exchange.setRouteStop(true);
            }
        }));
        rig.start();
        rig.awaitOpen();
        // when
        rig.say(1, 3);
        rig.awaitTexts(3);
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 3));
        assertThat(tries).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource({"1,threads", "16,threads", "1,seda", "16,seda"})
    void losesNothingWhenExchangesEndElsewhereAndOutOfOrder(int maxInFlight, String how) throws Exception {
        // given
        Set<String> once = ConcurrentHashMap.newKeySet();
        Random dice = new Random(7);
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                String uri = rig.watched("&retryDelay=1&maxInFlight=" + maxInFlight);
                if (how.equals("seda")) {
                    from(uri).routeId("collect").to("seda:next?waitForTaskToComplete=Never&size=100");
                    from("seda:next?concurrentConsumers=8").process(this::work);
                } else {
                    from(uri).routeId("collect").threads(8, 8).process(this::work);
                }
            }

            private void work(Exchange exchange) throws InterruptedException {
                int pause;
                synchronized (dice) {
                    pause = dice.nextInt(4);
                }
                Thread.sleep(pause);
                if (once.add(StreamTestSupport.text(exchange)) && pause == 0) {
                    throw new IllegalStateException("flaky");
                }
                rig.collect(exchange);
            }
        });
        rig.start();
        rig.awaitOpen();
        rig.server.faults().times(3, Fault.dropAfter(100));
        // when
        rig.server.addMessages(rig.conversation, 1_000, "t");
        rig.awaitTexts(1_000);
        awaitAllStored();
        // then
        assertThat(rig.texts).hasSize(1_000).containsExactlyInAnyOrderElementsOf(StreamTestSupport.texts(1, 1_000));
        if (maxInFlight == 1) {
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 1_000));
        }
    }

    @Test
    void storesNoPositionPastAMessageThatIsNotDone() throws Exception {
        // given: the first message is held while the other fifteen of the window are done
        java.util.concurrent.CountDownLatch gate = new java.util.concurrent.CountDownLatch(1);
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(rig.watched("&maxInFlight=16"))
                        .routeId("collect")
                        .threads(16, 16)
                        .process(exchange -> {
                            if (StreamTestSupport.text(exchange).equals("t1")) {
                                gate.await();
                            }
                            rig.collect(exchange);
                        });
            }
        });
        rig.start();
        rig.awaitOpen();
        String before = rig.status().committed();
        // when
        rig.say(1, 40);
        rig.awaitTexts(15);
        // then
        assertThat(rig.texts).hasSize(15);
        assertThat(rig.status().committed()).isEqualTo(before);
        gate.countDown();
        rig.awaitTexts(40);
        awaitAllStored();
        assertThat(rig.texts)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 40).mapToObj(i -> "t" + i).toList());
    }

    @Test
    void saysInItsHealthWhichMessageFailsAgainAndAgain() throws Exception {
        // given
        AtomicBoolean broken = new AtomicBoolean(true);
        rig.context.addRoutes(route("&retryDelay=1&maxRetryDelay=5", exchange -> {
            if (broken.get()) {
                throw new IllegalStateException("broken");
            }
        }));
        rig.start();
        rig.awaitOpen();
        rig.say(1, 2);
        // when
        StreamTestSupport.await(() -> rig.health() == HealthCheck.State.DOWN);
        // then
        assertThat(rig.status().trouble())
                .contains(rig.server.messages(rig.conversation).get(0).id());
        rig.server.dropConnections();
        StreamTestSupport.await(() -> rig.status().counts().connects() >= 2);
        assertThat(rig.health()).isEqualTo(HealthCheck.State.DOWN);
        broken.set(false);
        rig.awaitTexts(2);
        StreamTestSupport.await(() -> rig.health() == HealthCheck.State.UP);
    }

    @Test
    void doesNotGiveAMessageUpBecauseTheRouteStops() throws Exception {
        // given: a message that waits in a suspended consumer
        rig.context.addRoutes(route("&onFailure=skip&offsetDirectory=" + rig.offsets(), exchange -> {}));
        rig.start();
        rig.awaitOpen();
        rig.say(1, 3);
        rig.awaitTexts(3);
        for (int round = 0; round < 5; round++) {
            // when
            rig.say(4 + round * 20, 23 + round * 20);
            rig.consumer().suspend();
            rig.context.getRouteController().stopRoute("collect");
            rig.context.getRouteController().startRoute("collect");
        }
        rig.awaitTexts(103);
        // then
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 103));
    }
}
