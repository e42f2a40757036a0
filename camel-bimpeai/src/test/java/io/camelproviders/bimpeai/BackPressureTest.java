/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.ConsumerProcess.Plan;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slow route against a fast server: what the route has not taken stays at the server, not in our heap. */
class BackPressureTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @Test
    void deliversABurstOnceAndInOrderThroughASmallHeap() throws Exception {
        burst(20_000);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = 100_000)
    void deliversAHundredThousandOnceAndInOrderThroughASmallHeap(int messages) throws Exception {
        burst(messages);
    }

    private void burst(int messages) throws Exception {
        try (StreamRig rig = new StreamRig(FakeBimpeaiServer.start())) {
            // given
            Plan plan = new Plan(rig, directory, "&readIdleTimeout=60000", "slow start", "-Xmx128m");
            ConsumerProcess process = new ConsumerProcess(plan).start();
            try {
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> rig.server.openStreams() > 0);
                // when
                rig.server.burst(rig.conversation, messages, "t");
                Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> plan.noted() > 0);
                // then
                Awaitility.await()
                        .atMost(Duration.ofMinutes(5))
                        .pollInterval(Duration.ofMillis(50))
                        .failFast(process::mustLive)
                        .until(() -> plan.handled().size() >= messages);
            } finally {
                process.kill();
            }
            assertThat(plan.handled()).isEqualTo(StreamRig.texts(1, messages));
            assertThat(process.output()).doesNotContain("OutOfMemory");
            assertThat(rig.asked("/stream")).isEqualTo(1);
        }
    }
}
