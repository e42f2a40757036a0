/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {

    private static final ObjectNode ADA = JsonNodeFactory.instance.objectNode().put("id", "ada");

    private final Path directory;

    StoreFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void keepsMessagesUnderTheSameIds() {
        // given
        Path file = directory.resolve("file.jsonl");
        List<FakeMessage> before;
        try (FakeBimpeaiServer first = FakeBimpeaiServer.start(0, file)) {
            seed(first);
            first.addMessage("ada", "customer", "Łódź? 🙂");
            before = first.messages("ada");
        }

        // when
        try (FakeBimpeaiServer second = FakeBimpeaiServer.start(0, file)) {
            seed(second);
            String next = second.addMessage("ada", "customer", "and?");

            // then
            assertThat(second.messages("ada").subList(0, 1)).isEqualTo(before);
            assertThat(next).isNotEqualTo(before.get(0).id());
        }
    }

    @Test
    void answersARepeatedWriteFromMemoryInTheNextProcess() throws Exception {
        // given
        Path file = directory.resolve("file.jsonl");
        String path;
        try (FakeBimpeaiServer first = FakeBimpeaiServer.start(0, file)) {
            path = "/agents/" + seed(first) + "/conversations/ada/messages";
            send(first, path);
        }

        // when
        try (FakeBimpeaiServer second = FakeBimpeaiServer.start(0, file)) {
            seed(second);
            send(second, path);

            // then
            assertThat(second.repeatedWrites()).isEqualTo(1);
            assertThat(second.replies("ada")).containsExactly("hi");
        }
    }

    @Test
    void skipsAnIncompleteLineOfAKilledProcess() throws Exception {
        // given
        Path file = directory.resolve("file.jsonl");
        try (FakeBimpeaiServer first = FakeBimpeaiServer.start(0, file)) {
            seed(first);
            first.addMessage("ada", "customer", "one");
        }
        Files.writeString(file, "{\"id\":\"m_half", StandardOpenOption.APPEND);

        // when
        try (FakeBimpeaiServer second = FakeBimpeaiServer.start(0, file)) {
            seed(second);
            second.addMessage("ada", "customer", "two");
        }

        // then
        try (FakeBimpeaiServer third = FakeBimpeaiServer.start(0, file)) {
            seed(third);
            assertThat(third.messages("ada")).extracting(FakeMessage::text).containsExactly("one", "two");
        }
    }

    /** Adds ada's conversation; returns its agent's id, which is the same in every process. */
    private static String seed(FakeBimpeaiServer fake) {
        String agent = fake.addAgent();
        fake.addConversation(agent, ADA);
        return agent;
    }

    private static void send(FakeBimpeaiServer fake, String path) throws Exception {
        assertThat(new ConsoleClient(fake)
                        .call("POST", path, "{\"message\":\"hi\"}", "Idempotency-Key", "k-1")
                        .statusCode())
                .isEqualTo(201);
    }
}
