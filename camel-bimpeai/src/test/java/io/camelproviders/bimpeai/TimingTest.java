/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How soon silence and outages are noticed and overcome. Never too early is asserted exactly; not too late with room for a
 * loaded machine; the figures are printed.
 */
class TimingTest {

    /** What a loaded machine may add to any wait. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void report(String what, Duration took) {
        System.out.printf("timing: %s %d ms%n", what, took.toMillis());
    }

    private static List<Request> tickets(StreamTestSupport rig) {
        return rig.server.journal().matching(request -> request.path().endsWith("/stream-ticket"));
    }

    @Test
    void noticesAHalfOpenConnectionAtTheIdleLimitAndClosesIt() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.server.heartbeatEvery(Duration.ofMillis(200));
            rig.server.faults().once(Fault.stallAfter(1));
            rig.collect(rig.stream("&readIdleTimeout=1500")).start();
            rig.awaitOpen();
            // when: one message, and from then on nothing
            rig.say(1, 1);
            rig.awaitTexts(1);
            long silent = System.nanoTime();
            rig.say(2, 2);
            StreamTestSupport.await(() -> tickets(rig).size() == 2);
            Duration noticed = since(silent);
            rig.awaitTexts(2);
            // then: the silence may have begun a little before the message was through the route
            report("half-open connection, idle limit 1500 ms, next ticket after", noticed);
            assertThat(noticed).isBetween(Duration.ofSeconds(1), SLACK.plusMillis(1_500));
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 2));
            StreamTestSupport.await(() -> rig.server.openStreams() == 1);
        }
    }

    @Test
    void doesNotReconnectWhileHeartbeatsCome() throws Exception {
        onlyHeartbeats(Duration.ofSeconds(4));
    }

    @Tag("long")
    @Test
    void doesNotReconnectInAMinuteOfHeartbeats() throws Exception {
        onlyHeartbeats(Duration.ofSeconds(60));
    }

    private static void onlyHeartbeats(Duration time) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.server.heartbeatEvery(Duration.ofMillis(100));
            rig.collect(rig.stream("&readIdleTimeout=2000")).start();
            rig.awaitBegun();
            rig.awaitOpen();
            String before = rig.status().committed();
            // when
            Awaitility.await().pollDelay(time).atMost(time.plus(SLACK)).until(() -> true);
            // then
            assertThat(rig.consumer().getConnects()).isEqualTo(1);
            assertThat(rig.texts).isEmpty();
            assertThat(rig.status().committed()).isEqualTo(before);
            rig.say(1, 1);
            rig.awaitTexts(1);
        }
    }

    @Test
    void beginsSoonAfterThePortOpensAndDoesNotHammerBefore() throws Exception {
        try (LogCapture log = new LogCapture();
                StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.server.refuseConnections();
            rig.collect(rig.stream("&reconnectDelay=100&maxReconnectDelay=2000&maxRetries=0"))
                    .start();
            // when
            Awaitility.await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
            long attempts = log.text()
                    .lines()
                    .filter(line -> line.contains("next attempt in"))
                    .count();
            rig.server.acceptConnections();
            long opened = System.nanoTime();
            rig.awaitOpen();
            Duration took = since(opened);
            rig.say(1, 1);
            rig.awaitTexts(1);
            // then
            report("port closed for 5 s, " + attempts + " attempts, open after", took);
            assertThat(attempts).isBetween(2L, 12L);
            assertThat(took).isLessThan(SLACK.plusSeconds(2));
        }
    }

    @Tag("long")
    @Test
    void losesNothingOverThreeRestartsOfThreeSecondsAndIsSoonBack() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.collect(rig.stream("&reconnectDelay=100&maxReconnectDelay=2000"))
                    .start();
            rig.awaitOpen();
            for (int restart = 0; restart < 3; restart++) {
                int from = restart * 100 + 1;
                rig.say(from, from + 49);
                // when
                rig.server.refuseConnections();
                rig.server.dropConnections();
                rig.say(from + 50, from + 99);
                Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
                rig.server.acceptConnections();
                long back = System.nanoTime();
                rig.awaitTexts(from + 99);
                // then
                Duration took = since(back);
                report("restart of 3 s, all there after", took);
                assertThat(took).isLessThan(SLACK.plusSeconds(3));
            }
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 300));
        }
    }

    @Tag("long")
    @Test
    void findsAHostAgainWhoseNameCouldNotBeResolved(@TempDir Path directory) throws Exception {
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start()) {
            // given: a process whose names come from a file, which does not know the host yet
            String agent = server.addAgent();
            String conversation = server.addConversation(agent);
            Path hosts = Files.writeString(directory.resolve("hosts"), "127.0.0.1 other.test\n");
            Path output = directory.resolve("output.txt");
            Process process = start(server, agent, conversation, hosts, output);
            try {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> Files.readString(output).contains("next attempt in") || !process.isAlive());
                assertThat(server.journal().total()).isZero();
                // when
                Files.writeString(hosts, "127.0.0.1 console.test\n");
                long healed = System.nanoTime();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> server.openStreams() > 0 || !process.isAlive());
                Duration took = since(healed);
                // then
                assertThat(server.openStreams()).as(Files.readString(output)).isEqualTo(1);
                report("name resolves again, open after", took);
                assertThat(took).isLessThan(SLACK.plusSeconds(15));
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static Process start(FakeBimpeaiServer server, String agent, String conversation, Path hosts, Path output)
            throws IOException {
        return ForkedJvm.java(
                        output,
                        List.of("-Djdk.net.hosts.file=" + hosts),
                        TimingTest.class,
                        "http://console.test:" + server.port(),
                        server.apiKey(),
                        agent,
                        conversation)
                .start();
    }

    /** A consumer in a process of its own. */
    public static void main(String[] given) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        StreamTestSupport.configure(context, given[0], given[1], given[2]);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?allowInsecureHttp=true&conversationId=" + given[3])
                        .to("log:got");
            }
        });
        context.start();
        Thread.currentThread().join();
    }
}
