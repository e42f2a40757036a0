/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Routes behind producers that block on further calls do not lock each other up, whatever they block on. */
class CompensatingExecutorTest {

    private static final int ALL = 24;
    private static final int THREADS = 8;

    @Test
    void goesOnWhenAllThreadsWaitForFurtherCalls() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            assertAllAnswered(rig, () -> agents(rig));
        }
    }

    /** To the JVM a thread that reads from a socket runs; here the answer comes from a route that needs the same pool. */
    @Test
    void goesOnWhenAllThreadsWaitForAServerThatNeedsThemItself() throws Exception {
        ExecutorService serving = Executors.newCachedThreadPool();
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start());
                LoopbackServer server = LoopbackServer.start(
                        "nested",
                        (request, responder) -> serving.execute(() -> {
                            byte[] answer = String.valueOf(agents(rig)).getBytes(StandardCharsets.UTF_8);
                            responder.respond(200, answer, "Content-Type", "text/plain");
                        }))) {
            assertAllAnswered(rig, () -> {
                HttpURLConnection call =
                        (HttpURLConnection) server.uri().toURL().openConnection();
                return new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            });
        } finally {
            serving.shutdownNow();
        }
    }

    private static Object agents(StreamTestSupport rig) {
        return rig.context.createProducerTemplate().requestBody("bimpeai:agents/list", null, Object.class);
    }

    private static void assertAllAnswered(StreamTestSupport rig, Callable<Object> further) throws Exception {
        // given
        CountDownLatch everyThreadIsTaken = new CountDownLatch(THREADS);
        rig.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:nested").to("bimpeai:agents/retrieve").process(exchange -> {
                    everyThreadIsTaken.countDown();
                    everyThreadIsTaken.await(20, TimeUnit.SECONDS);
                    exchange.getMessage().setBody(further.call());
                });
            }
        });
        rig.start();
        // when
        List<CompletableFuture<Object>> calls = Stream.generate(() ->
                        rig.context.createProducerTemplate().asyncRequestBody("direct:nested", null, Object.class))
                .limit(ALL)
                .toList();
        // then
        for (CompletableFuture<Object> call : calls) {
            assertThat(call.get(50, TimeUnit.SECONDS)).asString().contains(rig.agent);
        }
    }
}
