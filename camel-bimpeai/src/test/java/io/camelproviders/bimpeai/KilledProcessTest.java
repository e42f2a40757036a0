/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.ConsumerProcess.Plan;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.FakeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After kill -9 and a restart: nothing lost, at most the messages in flight repeated, every customer answered once. */
class KilledProcessTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void losesNothingAndAnswersOnceOverThreeKills(int maxInFlight) throws Exception {
        survive(3, 120, maxInFlight);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void losesNothingAndAnswersOnceOverTwentyKills(int maxInFlight) throws Exception {
        survive(20, 2_000, maxInFlight);
    }

    private void survive(int kills, int messages, int maxInFlight) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            Random dice = new Random(kills * 31L + maxInFlight);
            Plan plan = new Plan(rig, directory, "&maxInFlight=" + maxInFlight, "answer", "-Xmx96m");
            ConsumerProcess process = new ConsumerProcess(plan).start();
            try {
                await(process, () -> rig.server.openStreams() > 0);
                for (int i = 1; i <= messages; i++) {
                    rig.server.customerSays(rig.conversation, "t" + i);
                }
                // when
                int share = messages / (kills + 1);
                for (int kill = 1; kill <= kills; kill++) {
                    int goal = Math.min(messages - 1, kill * share + dice.nextInt(share));
                    await(process, () -> rig.server.replies(rig.conversation).size() >= goal);
                    process.kill();
                    process.start();
                }
                // then
                await(
                        process,
                        () -> Set.copyOf(plan.handled()).size() >= messages
                                && rig.server.replies(rig.conversation).size() >= messages);
                quiet(rig);
            } finally {
                process.kill();
            }
            List<String> handled = plan.handled();
            System.out.printf(
                    "kills: %d, in flight %d, messages %d, handled again %d, writes repeated %d%n",
                    kills, maxInFlight, messages, handled.size() - messages, rig.server.repeatedWrites());
            assertThat(new LinkedHashSet<>(handled))
                    .containsExactlyInAnyOrderElementsOf(StreamTestSupport.texts(1, messages));
            assertThat(handled.size() - messages).isBetween(0, kills * maxInFlight);
            assertThat(rig.server.replies(rig.conversation))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, messages)
                            .mapToObj(i -> "answer to t" + i)
                            .toList());
            if (maxInFlight == 1) {
                assertThat(new LinkedHashSet<>(handled))
                        .containsExactlyElementsOf(StreamTestSupport.texts(1, messages));
            }
        }
    }

    @Test
    void answersOnceWhenTheProcessDiesBetweenTheAnswerAndTheCommit() throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            Plan plan = new Plan(rig, directory, "", "answer and die", "-Xmx96m");
            ConsumerProcess process = new ConsumerProcess(plan).start();
            try {
                await(process, () -> rig.server.openStreams() > 0);
                // when
                rig.server.customerSays(rig.conversation, "t1");
                Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> !process.alive());
                assertThat(rig.server.replies(rig.conversation)).containsExactly("answer to t1");
                process.start();
                rig.server.customerSays(rig.conversation, "t2");
                await(process, () -> rig.server.replies(rig.conversation).size() >= 2);
                quiet(rig);
            } finally {
                process.kill();
            }
            // then
            assertThat(rig.server.replies(rig.conversation)).containsExactly("answer to t1", "answer to t2");
            assertThat(plan.handled()).containsExactly("t1", "t1", "t2");
            assertThat(rig.server.repeatedWrites()).isEqualTo(1);
            assertThat(rig.server.messages(rig.conversation).stream().map(FakeMessage::role))
                    .containsExactlyInAnyOrder("customer", "customer", "assistant", "assistant");
        }
    }

    /** Nobody answers an answer: no further message for a while. */
    private static void quiet(StreamTestSupport rig) {
        List<String> before = rig.server.replies(rig.conversation);
        Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(rig.server.replies(rig.conversation)).containsExactlyElementsOf(before);
    }

    private static void await(ConsumerProcess process, java.util.concurrent.Callable<Boolean> condition)
            throws Exception {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(5))
                .failFast(process::mustLive)
                .until(condition);
    }
}
