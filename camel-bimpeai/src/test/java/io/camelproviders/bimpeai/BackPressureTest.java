/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.ConsumerProcess.Plan;
import io.camelproviders.core.http.StreamConnection;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slow route against a fast server: what the route has not taken stays at the server, not in our heap. */
class BackPressureTest {

    /** The chunk that a read found in the socket beyond the credit, and what HTTP writes around the events. */
    private static final long READ_AHEAD = 32 * 1024;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void deliversABurstOnceAndInOrderThroughASmallHeap() throws Exception {
        burst(20_000, 5);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = 100_000)
    void deliversAHundredThousandOnceAndInOrderThroughASmallHeap(int messages) throws Exception {
        burst(messages, 30);
    }

    private void burst(int messages, int slowSeconds) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            Plan plan = new Plan(rig, directory, "&readIdleTimeout=60000", "slow " + slowSeconds, "-Xmx128m");
            ConsumerProcess process = new ConsumerProcess(plan).start();
            try {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> rig.server.openStreams() > 0);
                long before = rig.server.loopback().bytesWritten();
                // when
                rig.server.addMessages(rig.conversation, messages, "t");
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> plan.noted() > 0);
                watchWhileSlow(rig, plan, before, slowSeconds);
                // then
                Awaitility.await()
                        .atMost(Duration.ofMinutes(10))
                        .pollInterval(Duration.ofMillis(50))
                        .failFast(process::mustLive)
                        .until(() -> plan.handled().size() >= messages);
            } finally {
                process.kill();
            }
            assertThat(plan.handled()).isEqualTo(StreamTestSupport.texts(1, messages));
            assertThat(process.output()).doesNotContain("OutOfMemory");
            assertThat(rig.asked("/stream")).isEqualTo(1);
        }
    }

    /** While the route is slow the server stands still: the buffers of the socket are full and nobody empties them. */
    private static void watchWhileSlow(StreamTestSupport rig, Plan plan, long before, int slowSeconds)
            throws Exception {
        await(plan, 2);
        long filled = rig.server.loopback().bytesWritten();
        await(plan, slowSeconds - 2);
        long stalled = rig.server.loopback().bytesWritten();
        long read = Sockets.readByClient(rig.server.port(), stalled - before);
        assertThat(plan.handled()).hasSizeLessThanOrEqualTo(slowSeconds);
        assertThat(stalled).isEqualTo(filled);
        if (OS.LINUX.isCurrentOs()) {
            assertThat(read).isBetween(1L, StreamConnection.INITIAL_CREDIT + READ_AHEAD);
        }
    }

    private static void await(Plan plan, int messages) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> plan.handled().size() >= messages);
    }
}
