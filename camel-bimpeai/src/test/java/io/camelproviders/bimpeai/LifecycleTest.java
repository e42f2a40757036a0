/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.LeakCheck;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.BimpeaiFaults;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Start, stop, suspend and resume in every state: prompt, nothing lost, nothing left behind. */
@Timeout(180)
class LifecycleTest {

    /** What a stop may take beyond the running step. */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    @RegisterExtension
    final LeakCheck threads =
            LeakCheck.ofThreads("camel-provider", "Camel (", "bimpeai-").within(Duration.ofSeconds(20));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path offsets;

    // ---- Stop ----

    @Test
    void stopsPromptlyBehindTheRunningStepAndGoesOnFromTheOffset() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            CountDownLatch inRoute = new CountDownLatch(1);
            CountDownLatch step = new CountDownLatch(1);
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(rig.stream("&offsetDirectory=" + offsets))
                            .routeId("collect")
                            .process(exchange -> {
                                inRoute.countDown();
                                step.await(30, TimeUnit.SECONDS);
                                rig.texts.add(StreamTestSupport.text(exchange));
                            });
                }
            });
            rig.start();
            rig.awaitOpen();
            rig.say(1, 50);
            assertThat(inRoute.await(20, TimeUnit.SECONDS)).isTrue();
            // when
            CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> stop(rig));
            step.countDown();
            stop.get(PROMPT.toMillis(), TimeUnit.MILLISECONDS);
            int first = rig.texts.size();
            rig.context.getRouteController().startRoute("collect");
            StreamTestSupport.await(() -> rig.texts.size() >= 50);
            // then
            assertThat(first).isBetween(1, 49);
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 50));
        }
    }

    private static void stop(StreamTestSupport rig) {
        try {
            rig.context.getRouteController().stopRoute("collect");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stopsWithoutCamelsGraceAsBehindAnotherConsumerAndLosesNothing() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.collect(rig.stream("&offsetDirectory=" + offsets)).start();
            rig.awaitOpen();
            rig.say(1, 200);
            StreamTestSupport.await(() -> rig.texts.size() > 10);
            // when
            rig.context.getRoute("collect").getConsumer().stop();
            int stopped = rig.texts.size();
            rig.context.getRoute("collect").getConsumer().start();
            StreamTestSupport.await(() -> rig.texts.size() >= 200);
            // then
            assertThat(stopped).isLessThanOrEqualTo(200);
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 200));
        }
    }

    // ---- Start ----

    @Test
    void startsAgainFromTheOffsetOverAndOver() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.collect(rig.stream("&offsetDirectory=" + offsets)).start();
            rig.awaitOpen();
            for (int round = 0; round < 5; round++) {
                // when
                int upTo = round * 10;
                rig.say(upTo + 1, upTo + 5);
                StreamTestSupport.await(() -> rig.texts.size() >= upTo + 5);
                rig.context.getRouteController().stopRoute("collect");
                rig.say(upTo + 6, upTo + 10);
                rig.context.getRouteController().startRoute("collect");
                StreamTestSupport.await(() -> rig.texts.size() >= upTo + 10);
            }
            // then
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 50));
        }
    }

    @Test
    void staysQuietUntilItsRouteIsStartedAndAfterItsRouteIsRemoved() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(rig.stream(""))
                            .routeId("collect")
                            .autoStartup(false)
                            .process(exchange -> rig.texts.add(StreamTestSupport.text(exchange)));
                }
            });
            // when
            rig.start();
            int whileOff = rig.server.journal().all().size();
            rig.context.getRouteController().startRoute("collect");
            rig.awaitOpen();
            rig.say(1, 3);
            StreamTestSupport.await(() -> rig.texts.size() == 3);
            rig.context.getRouteController().stopRoute("collect");
            boolean removed = rig.context.removeRoute("collect");
            // then
            assertThat(whileOff).isZero();
            assertThat(removed).isTrue();
            StreamTestSupport.await(() -> rig.server.openStreams() == 0);
        }
    }

    // ---- Suspend ----

    @Test
    void suspendsSoThatNoExchangeStartsAndResumesWithoutLoss() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.collect(rig.stream("&offsetDirectory=" + offsets)).start();
            rig.awaitOpen();
            for (int round = 0; round < 5; round++) {
                int upTo = round * 100;
                rig.say(upTo + 1, upTo + 100);
                StreamTestSupport.await(() -> rig.texts.size() > upTo + 3);
                // when
                rig.context.getRouteController().suspendRoute("collect");
                int started = exchanges(rig);
                Awaitility.await().during(Duration.ofMillis(200)).until(() -> exchanges(rig) == started);
                ServiceStatus status = rig.context.getRouteController().getRouteStatus("collect");
                rig.context.getRouteController().resumeRoute("collect");
                StreamTestSupport.await(() -> rig.texts.size() >= upTo + 100);
                // then
                assertThat(status).isEqualTo(ServiceStatus.Suspended);
            }
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 500));
        }
    }

    private static int exchanges(StreamTestSupport rig) {
        return rig.texts.size() + rig.context.getInflightRepository().size();
    }

    // ---- Leaks ----

    @Test
    void leaksNothingOverAHundredStartsAndStops() throws Exception {
        cycles(100);
    }

    @Test
    @Tag("long")
    @Timeout(1_800)
    void leaksNothingOverAThousandStartsAndStops() throws Exception {
        cycles(1_000);
    }

    private void cycles(int count) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.collect(rig.stream("&offsetDirectory=" + offsets)).start();
            rig.awaitOpen();
            int before = Thread.activeCount();
            // when
            for (int i = 0; i < count; i++) {
                rig.context.getRouteController().stopRoute("collect");
                rig.context.getRouteController().startRoute("collect");
                if (i % 10 == 0) {
                    rig.awaitOpen();
                }
            }
            rig.awaitOpen();
            rig.say(1, 10);
            StreamTestSupport.await(() -> rig.texts.size() >= 10);
            // then
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 10));
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(rig.server.openStreams())
                    .isEqualTo(1));
            // Kept connections of the call pool, far fewer than one a cycle; all end with the context.
            Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                            rig.server.loopback().openConnections())
                    .isLessThanOrEqualTo(90));
            // The pools may have grown to their bounds meanwhile; one thread a cycle would be five times this.
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(before + 20);
            rig.context.stop();
            StreamTestSupport.await(() -> rig.server.loopback().openConnections() == 0);
        }
    }

    // ---- Producers ----

    @Test
    void endsCallsUnderWayAsAbortedWhenTheContextStops() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.server.faults().always(Fault.stall().on(RequestKind.SEND));
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:send")
                            .to("bimpeai:messages/send?requestTimeout=60s&conversationId=" + rig.conversation);
                }
            });
            rig.context.getShutdownStrategy().setTimeout(1);
            rig.start();
            List<CompletableFuture<Exchange>> calls = Stream.generate(() -> rig.context
                            .createProducerTemplate()
                            .asyncSend("direct:send", exchange -> exchange.getMessage()
                                    .setBody("Hello")))
                    .limit(5)
                    .toList();
            StreamTestSupport.await(
                    () -> rig.server.journal().count(request -> request.method().equals("POST")) == 5);
            // when
            rig.context.stop();
            // then
            for (CompletableFuture<Exchange> call : calls) {
                assertThat(call.get(20, TimeUnit.SECONDS).getException())
                        .isInstanceOf(io.camelproviders.core.error.AbortedException.class);
            }
            StreamTestSupport.await(() -> rig.server.loopback().openConnections() == 0);
        }
    }

    // ---- Camel's error handling of consumers ----

    @Test
    void handsWhatGoesWrongBesideTheRouteToItsErrorHandler() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            List<String> handled = new java.util.concurrent.CopyOnWriteArrayList<>();
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    onException(Exception.class)
                            .handled(true)
                            .process(exchange ->
                                    handled.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class)
                                            .toString()));
                    from(rig.stream("&bridgeErrorHandler=true"))
                            .routeId("collect")
                            .process(exchange -> rig.texts.add(StreamTestSupport.text(exchange)));
                }
            });
            rig.start();
            rig.awaitOpen();
            // when
            rig.server.faults().once(BimpeaiFaults.malformedJson());
            rig.say(1, 3);
            // then
            StreamTestSupport.await(() -> rig.texts.size() == 2 && handled.size() == 1);
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(2, 3));
        }
    }
}
