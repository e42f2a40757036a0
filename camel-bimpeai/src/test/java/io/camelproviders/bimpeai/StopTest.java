/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.core.subscription.StreamState;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.LeakCheck;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stop takes at most five seconds whatever the stream is doing, and leaves no connection and no thread. */
@Timeout(120)
class StopTest {

    /** What a stop may take; it takes milliseconds. */
    private static final Duration PROMPT = Duration.ofSeconds(5);

    private static final String SLOW_LIMITS =
            "&readIdleTimeout=60s&requestTimeout=60s&reconnectDelay=20s&maxReconnectDelay=20s";

    @RegisterExtension
    final LeakCheck threads =
            LeakCheck.ofThreads("camel-provider", "Camel (", "bimpeai-").within(Duration.ofSeconds(20));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path offsets;

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void stopsPromptly(String name, List<Fault> script, String path, StreamState state) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            script.forEach(rig.server.faults()::always);
            rig.collect(rig.stream(SLOW_LIMITS)).start();
            StreamTestSupport.await(() -> rig.asked(path) > 0 && inState(rig, state));
            // when
            Duration took = stop(rig);
            // then
            assertThat(took).isLessThan(PROMPT);
            StreamTestSupport.await(() -> rig.server.loopback().openConnections() == 0);
        }
    }

    static Stream<Arguments> states() {
        return Stream.of(
                arguments(
                        "before the beginning is known",
                        List.of(Fault.stall().on(RequestKind.CALL)),
                        "/messages",
                        StreamState.STARTING),
                arguments(
                        "in the ticket request",
                        List.of(Fault.stall().on(RequestKind.TICKET)),
                        "/stream-ticket",
                        StreamState.CONNECTING),
                arguments(
                        "connecting", List.of(Fault.stall().on(RequestKind.STREAM)), "/stream", StreamState.CONNECTING),
                arguments("connected", List.of(), "/stream", StreamState.OPEN),
                arguments("stalled", List.of(Fault.stallAfter(0)), "/stream", StreamState.OPEN),
                arguments(
                        "in back-off",
                        List.of(Fault.respond(503).on(RequestKind.TICKET)),
                        "/stream-ticket",
                        StreamState.BACKOFF),
                arguments(
                        "ended by the provider",
                        List.of(Fault.respond(204).on(RequestKind.STREAM)),
                        "/stream",
                        StreamState.ENDED),
                arguments("failed", List.of(Fault.respond(403).on(RequestKind.STREAM)), "/stream", StreamState.FAILED));
    }

    @Test
    void stopsPromptlyWhileNobodyListens() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.server.refuseConnections();
            rig.collect(rig.stream(SLOW_LIMITS)).start();
            StreamTestSupport.await(() -> !rig.consumer().getTrouble().isEmpty());
            // when
            Duration took = stop(rig);
            // then
            assertThat(took).isLessThan(PROMPT);
        }
    }

    @Test
    void stopsPromptlyWhileSuspended() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.collect(rig.stream(SLOW_LIMITS)).start();
            rig.awaitOpen();
            rig.context.getRouteController().suspendRoute("collect");
            // when
            Duration took = stop(rig);
            // then
            assertThat(took).isLessThan(PROMPT);
            StreamTestSupport.await(() -> rig.server.loopback().openConnections() == 0);
        }
    }

    @Test
    void stopsPromptlyWhileTheConversationsOfTheAgentAreAskedFor() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.server.faults().always(Fault.stall().on(RequestKind.CALL));
            rig.collect("bimpeai:messages/stream?conversationId=*" + SLOW_LIMITS)
                    .start();
            StreamTestSupport.await(() -> rig.asked("/conversations") > 0);
            // when
            Duration took = stop(rig);
            // then
            assertThat(took).isLessThan(PROMPT);
            StreamTestSupport.await(() -> rig.server.loopback().openConnections() == 0);
        }
    }

    @Test
    void stopsPromptlyInTheBackOffOfAFailedMessage() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            CountDownLatch failed = new CountDownLatch(1);
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from(rig.stream("&retryDelay=60s&maxRetryDelay=60s"))
                            .routeId("collect")
                            .process(exchange -> {
                                failed.countDown();
                                throw new IllegalStateException("provoked by this test");
                            });
                }
            });
            rig.start();
            rig.awaitBegun();
            rig.say(1, 3);
            assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
            // when
            Duration took = stop(rig);
            // then
            assertThat(took).isLessThan(PROMPT);
        }
    }

    @Test
    void stopsFiveSecondsBehindCamelsLimitWhenAStepDoesNotEnd() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            int limit = 2;
            CountDownLatch inStep = new CountDownLatch(1);
            CountDownLatch never = new CountDownLatch(1);
            rig.context.getShutdownStrategy().setTimeout(limit);
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(rig.stream("&offsetDirectory=" + offsets))
                            .routeId("collect")
                            .process(exchange -> {
                                inStep.countDown();
                                never.await(100, TimeUnit.SECONDS);
                            });
                }
            });
            rig.start();
            rig.awaitBegun();
            rig.say(1, 3);
            assertThat(inStep.await(20, TimeUnit.SECONDS)).isTrue();
            // when
            Duration took = stop(rig);
            never.countDown();
            // then
            assertThat(took).isBetween(Duration.ofSeconds(limit), PROMPT.plusSeconds(limit));
        }
    }

    private static boolean inState(StreamTestSupport rig, StreamState state) {
        return !rig.consumer().statuses().isEmpty() && rig.status().state() == state;
    }

    private static Duration stop(StreamTestSupport rig) {
        long before = System.nanoTime();
        rig.context.stop();
        return Duration.ofNanos(System.nanoTime() - before);
    }
}
