/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.examples.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job as a newcomer runs it, only shorter. */
class AnswerCustomersTest {

    private final Path directory;

    AnswerCustomersTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private Summary run(boolean yaml) throws InterruptedException {
        Settings settings = new Settings(yaml, false, directory, 18, Duration.ofMillis(60), Duration.ofMillis(300));
        return new FaultScenario(settings, new EventLog(new PrintStream(told, true, StandardCharsets.UTF_8))).run();
    }

    private String output() {
        return told.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "in YAML: {0}")
    @ValueSource(booleans = {false, true})
    void answersEveryCustomerOnceOverABreakingNetwork(boolean yaml) throws Exception {
        // when
        Summary summary = run(yaml);

        // then
        assertThat(summary.good()).as(summary.text()).isTrue();
        assertThat(summary.sent()).isEqualTo(18);
        assertThat(summary.received()).isEqualTo(18);
        assertThat(summary.answered()).isEqualTo(18);
        // All three streams at the restart, and the one that is cut before it.
        assertThat(summary.reconnects()).isGreaterThanOrEqualTo(3);
        assertThat(output()).contains("restarts", "Summary", "lost                 0", "duplicated           0");
    }

    @Test
    void goesOnFromTheStoredOffsetsWhenStartedAgain() throws Exception {
        // given
        Summary first = run(false);

        // when
        Summary second = run(true);

        // then
        assertThat(first.waiting()).isZero();
        assertThat(second.good()).as(second.text()).isTrue();
        assertThat(second.waiting()).isEqualTo(4);
        assertThat(second.received()).isEqualTo(18 + 4);
        assertThat(output())
                .contains("4 arrived while the application was down", "[19, 20, 21, 22]", "All 4 waiting messages");
    }

    @Test
    void refusesAnUnknownArgumentByName() {
        // when, then
        assertThatThrownBy(() -> Settings.of(List.of("--yaml", "--frever")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--frever");
    }

    @Test
    void readsItsArguments() {
        // when
        Settings settings = Settings.of(List.of("--yaml", "--forever", "--data=somewhere"));

        // then
        assertThat(settings.yaml()).isTrue();
        assertThat(settings.forever()).isTrue();
        assertThat(settings.directory()).isEqualTo(Path.of("somewhere"));
    }
}
