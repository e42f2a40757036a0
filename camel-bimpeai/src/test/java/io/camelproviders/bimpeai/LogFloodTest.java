/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two thousand streams fail at the same moment: the log stays readable. */
class LogFloodTest {

    private static final int STREAMS = 2_000;
    private static final int BY_NAME = 10;

    @Test
    void tellsAFewByNameAndTheOthersAsANumberWhenTheServerRestarts() throws Exception {
        String log;
        try (LogCapture capture = new LogCapture(false);
                StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            for (int i = 1; i < STREAMS; i++) {
                rig.server.addConversation(rig.agent);
            }
            rig.collect("bimpeai:messages/stream?conversationId=*&maxConnectsPerSecond=5000&readIdleTimeout=60s")
                    .start();
            awaitOpen(rig);
            // when
            rig.server.refuseConnections();
            rig.server.dropConnections();
            StreamTestSupport.await(() -> rig.consumer().getOpenStreams() == 0);
            rig.server.acceptConnections();
            awaitOpen(rig);
            rig.say(1, 3);
            rig.awaitTexts(3);
            rig.context.stop();
            // then
            assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 3));
            log = capture.text();
        }
        List<String> lines = log.lines()
                .filter(line -> line.contains("] WARN ") || line.contains("] INFO ") || line.contains("] ERROR "))
                .toList();
        assertThat(lines).hasSizeLessThan(100);
        assertThat(lines.stream().filter(line -> line.contains(": lost (")).count())
                .isBetween(10L, 40L);
        assertThat(counted(lines, "lost")).isBetween(STREAMS - 40L, 4L * STREAMS);
        assertThat(counted(lines, "reconnected")).isBetween(STREAMS - 40L, 4L * STREAMS);
        // The look-up of conversations fails too, and is told with its stack once.
        assertThat(log.lines().filter(line -> line.startsWith("\tat ")).count()).isLessThan(300);
    }

    @Test
    void tellsTheUsersOwnHandlerOfEachStreamThatStops() throws Exception {
        int streams = 50;
        String log;
        try (LogCapture capture = new LogCapture(false);
                StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            for (int i = 1; i < streams; i++) {
                rig.server.addConversation(rig.agent);
            }
            rig.server.faults().always(Fault.respond(403).on(RequestKind.TICKET));
            // when
            rig.collect("bimpeai:messages/stream?conversationId=*&exceptionHandler=#watch")
                    .start();
            StreamTestSupport.await(() -> rig.reported.size() >= streams);
            rig.context.stop();
            // then
            log = capture.text();
        }
        assertThat(log.lines().filter(line -> line.contains("] ERROR ") && line.contains(": stopped, ")))
                .hasSize(BY_NAME);
        assertThat(counted(log.lines().toList(), "stopped")).isGreaterThanOrEqualTo(streams - BY_NAME);
    }

    private static long counted(List<String> lines, String what) {
        return lines.stream()
                .filter(line -> line.contains(" more streams: " + what))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".* ([0-9]+) more streams: .*", "$1")))
                .sum();
    }

    private static void awaitOpen(StreamTestSupport rig) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> rig.consumer().getOpenStreams() == STREAMS);
    }
}
