/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.qgpt.FakeQgptExtension;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeQgptExtension.class)
class QgptExamplesTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void findsAnswersAndSuggests(FakeQgptServer server) throws Exception {
        // when
        AskCodeBase.ask(server.loopback().uri(), "/home/ana/app", "Where are dates read?", out);

        // then
        assertThat(lines())
                .containsExactly(
                        "Found: 1 snippet(s)",
                        "Answer: You asked: Where are dates read?",
                        "Ask next: What about time zones?");
    }

    @Test
    void talksWordByWordInOneConversation(FakeQgptServer server) throws Exception {
        // when
        SideKick.talk(server.loopback().uri(), List.of("How?", "Why?"), out);

        // then
        assertThat(lines()).containsExactly("> How?", "You asked: How?", "> Why?", "You asked: Why?");
        String first = server.received().get(0).path("conversation").asText("");
        String second = server.received().get(1).path("conversation").asText("");
        assertThat(first).isEmpty();
        assertThat(second).isNotEmpty();
    }
}
