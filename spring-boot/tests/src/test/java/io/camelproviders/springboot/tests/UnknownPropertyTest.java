/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A misspelt property stops the application, which says how it is spelt and keeps its value, perhaps a key, to itself. */
@ExtendWith(OutputCaptureExtension.class)
class UnknownPropertyTest {

    private static final String CANARY = "sk_live_canary";

    @Test
    void namesEachPropertyAndTheNearestOneWithoutTheValue(CapturedOutput output) {
        // given
        List<String> schemes = List.of("igpt", "bimpeai", "chatroutes", "qgpt");
        String[] properties = schemes.stream()
                .map(scheme -> "camel.component." + scheme + ".bas-eurll=" + CANARY)
                .toArray(String[]::new);
        // when
        Throwable failure = catchThrowable(() -> Applications.quiet(properties));
        // then
        String told = stackTrace(failure) + output;
        assertThat(told).contains("APPLICATION FAILED TO START").doesNotContain(CANARY);
        for (String scheme : schemes) {
            assertThat(told)
                    .contains("camel.component." + scheme + ".bas-eurll")
                    .contains("did you mean camel.component." + scheme + ".base-url?");
        }
    }

    @Test
    void namesTheFileAndLine(CapturedOutput output, @TempDir Path directory) throws Exception {
        // given
        Path file = Files.writeString(
                directory.resolve("shop.properties"),
                "camel.component.bimpeai.agent-id=A\ncamel.component.bimpeai.api-kye=" + CANARY + "\n");
        // when
        Throwable failure = catchThrowable(() -> Applications.quiet("spring.config.additional-location=" + file));
        // then
        assertThat(stackTrace(failure) + output)
                .contains("shop.properties", "2:33", "did you mean camel.component.bimpeai.api-key?")
                .doesNotContain(CANARY);
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
