/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.bimpeai.BimpeaiFaults;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meters move with the traffic when Micrometer is there, and nothing misses it when it is not. */
class MetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private double value(String name) {
        Meter meter = registry.find("camel.provider." + name)
                .tags("scheme", "bimpeai", "routeId", "collect")
                .meter();
        assertThat(meter).as(name).isNotNull();
        return meter.measure().iterator().next().getValue();
    }

    @Test
    void moveWithTheTrafficAndGoWithTheConsumer() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            CountDownLatch gate = new CountDownLatch(1);
            rig.context.getRegistry().bind("meters", registry);
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(rig.watched("&retryDelay=1"))
                            .routeId("collect")
                            .process(exchange -> {
                                gate.await(30, TimeUnit.SECONDS);
                                if (exchange.getMessage().getHeader("CamelBimpeaiEventAttempt", 0, int.class) == 1
                                        && StreamTestSupport.text(exchange).equals("t5")) {
                                    throw new IllegalStateException("once");
                                }
                            })
                            .process(rig::collect);
                }
            });
            rig.start();
            rig.awaitOpen();
            assertThat(value("messages")).isZero();
            // when: one message is in the route, nine wait
            rig.say(1, 10);
            StreamTestSupport.await(() -> value("messages.inflight") == 1 && value("messages.queued") == 9);
            // then
            assertThat(value("streams")).isEqualTo(1);
            assertThat(value("streams.open")).isEqualTo(1);
            assertThat(value("streams.troubled")).isZero();
            assertThat(value("connects")).isEqualTo(1);
            // when: they pass, the connection breaks, and three come twice
            gate.countDown();
            rig.awaitTexts(10);
            rig.server.faults().once(BimpeaiFaults.overlap(3));
            rig.server.refuseConnections();
            rig.server.dropConnections();
            StreamTestSupport.await(() -> value("streams.troubled") == 1);
            assertThat(value("streams.open")).isZero();
            rig.server.acceptConnections();
            StreamTestSupport.await(() -> value("duplicates") == 3);
            // then
            assertThat(value("messages")).isEqualTo(10);
            assertThat(value("failures")).isEqualTo(1);
            assertThat(value("connects")).isEqualTo(2);
            StreamTestSupport.await(() -> value("messages.inflight") == 0);
            rig.context.getRouteController().stopRoute("collect");
            assertThat(registry.getMeters())
                    .noneMatch(meter -> meter.getId().getName().startsWith("camel.provider"));
        }
    }

    @Test
    void areNotMissedWithoutMicrometer(@TempDir Path directory) throws Exception {
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start()) {
            // given
            String agent = server.addAgent();
            String conversation = server.addConversation(agent);
            Path output = directory.resolve("output.txt");
            String classPath = Arrays.stream(
                            System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(entry -> !entry.contains("micrometer"))
                    .collect(Collectors.joining(File.pathSeparator));
            Process process = ForkedJvm.java(
                            classPath,
                            List.of(),
                            MetersTest.class,
                            server.baseUrl(),
                            server.apiKey(),
                            agent,
                            conversation)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                // when
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> server.openStreams() > 0 || !process.isAlive());
                server.customerSays(conversation, "Hello");
                // then
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> !process.isAlive()
                                || !server.replies(conversation).isEmpty());
                assertThat(server.replies(conversation))
                        .as(Files.readString(output))
                        .containsExactly("no meters");
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** A route without Micrometer on the class path. */
    public static void main(String[] given) throws Exception {
        boolean there;
        try {
            Class.forName("io.micrometer.core.instrument.MeterRegistry");
            there = true;
        } catch (ClassNotFoundException e) {
            there = false;
        }
        String answer = there ? "Micrometer is there" : "no meters";
        DefaultCamelContext context = new DefaultCamelContext();
        StreamTestSupport.configure(context, given[0], given[1], given[2]);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?conversationId=" + given[3])
                        .setBody(constant(answer))
                        .to("bimpeai:messages/send");
            }
        });
        context.start();
        Thread.currentThread().join();
    }
}
