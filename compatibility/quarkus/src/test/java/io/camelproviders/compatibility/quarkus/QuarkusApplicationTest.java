/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.compatibility.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarkusApplicationTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void streamsAnswersAndStopsOnQuarkus() throws Exception {
        try (FakeBimpeaiServer server = FakeBimpeaiServer.start()) {
            // given
            String agent = server.addAgent();
            String conversation = server.addConversation(agent);
            server.faults().in(conversation).once(Fault.dropAfter(2));
            Path log = directory.resolve("application.log");
            Process application = start(server, agent, log);
            try {
                Awaitility.await().atMost(PATIENCE).until(() -> server.openStreams() > 0 || !application.isAlive());
                assertThat(application.isAlive()).as(Files.readString(log)).isTrue();
                // when
                for (int i = 1; i <= 5; i++) {
                    server.customerSays(conversation, "t" + i);
                }
                Awaitility.await()
                        .atMost(PATIENCE)
                        .until(() -> server.replies(conversation).size() >= 5);
            } finally {
                application.destroy();
            }
            // then
            assertThat(application.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(server.replies(conversation))
                    .isEqualTo(List.of("You said t1", "You said t2", "You said t3", "You said t4", "You said t5"));
            assertThat(Files.readString(log))
                    .contains("powered by Quarkus", "compatibility-quarkus stopped in")
                    .doesNotContain(server.apiKey());
        }
    }

    private static Process start(FakeBimpeaiServer server, String agent, Path log) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dcamel.component.bimpeai.api-key=" + server.apiKey(),
                        "-Dcamel.component.bimpeai.base-url=" + server.baseUrl(),
                        "-Dcamel.component.bimpeai.agent-id=" + agent,
                        "-jar",
                        "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
