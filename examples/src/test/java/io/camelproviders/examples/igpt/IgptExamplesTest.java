/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.igpt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/** The examples run without a key and end by themselves. */
@Timeout(120)
@DisabledIfEnvironmentVariable(named = "IGPT_API_KEY", matches = ".+")
class IgptExamplesTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void bindsTheDigestOfEachScheduleToARecord() throws Exception {
        Digest last = new ScheduledDigest(out).run();

        assertThat(last.tasks()).containsExactly(new Digest.Task("Book the train", "Bjorn", LocalDate.of(2026, 1, 16)));
        assertThat(text())
                .contains(
                        "The budget goes to the board.",
                        "  2026-01-15  Board: Approve the budget",
                        "The budget stands.");
    }

    @Test
    void emitsEachFindingOnce() throws Exception {
        assertThat(new NewFindings(out).run())
                .containsExactly(
                        "Budget 2026", "Budget 2027, first draft", "Budget for travel", "Budget: the board agrees");

        assertThat(text().lines().filter(line -> line.startsWith("New: ")))
                .hasSize(4)
                .doesNotHaveDuplicates();
    }

    @Test
    void followsADataSourceUntilItIsIndexedAndStopsAsking() throws Exception {
        assertThat(new Onboarding(out).run().indexed()).isTrue();

        assertThat(text().lines())
                .containsSubsequence(
                        "Open https://auth.example.com/start?service=gmail and agree",
                        "gmail messages: 0.0 %",
                        "gmail messages: 50.0 %",
                        "gmail messages: 100.0 %",
                        "gmail messages is indexed; the polling route is stopped");
    }
}
