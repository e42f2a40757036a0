/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** The examples run without a key and end by themselves. */
@Timeout(120)
@DisabledIfEnvironmentVariable(named = "CHATROUTES_API_KEY", matches = ".+")
class ChatroutesExamplesTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void mergesTheBetterBranch() throws Exception {
        assertThat(new BranchingWhatIf(out).run().isActive()).isFalse();

        assertThat(text()).contains("gpt-5: Take the night train", "claude-sonnet-4-5: Take", "Merged: By train");
    }

    @Test
    void sumsUpALongConversation() throws Exception {
        assertThat(new LongConversation(out).run()).hasSize(3);

        assertThat(text()).contains("Day 12 is summed up", "3 checkpoints stand for 24 messages");
    }

    @Test
    void showsAnAnswerWhileItIsWritten() throws Exception {
        assertThat(new LiveAnswer(out).run().text()).isEqualTo("Camels store fat in their humps, not water.");

        assertThat(text()).contains("Camels store fat in their humps, not water.", "Model gpt-5-2025-08-07");
    }
}
