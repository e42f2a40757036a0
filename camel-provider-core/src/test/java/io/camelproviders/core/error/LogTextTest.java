/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n2026-01-01 ERROR x",
                "\u001b[31mred",
                "a\u0000b",
                "\u202Eright to left",
                "\u2028",
                "\u2029",
                "\u0085"
            })
    void makesOneLineOfWhateverWouldBeMore(String evil) {
        String line = LogText.oneLine("a" + evil + "b", 100);

        assertThat(line).startsWith("a").endsWith("b").doesNotContainPattern("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");
    }

    @Test
    void cutsAndEvaluatesNothing() {
        assertThat(LogText.oneLine("x".repeat(1_000_000), 200)).hasSize(201).endsWith("\u2026");
        assertThat(LogText.oneLine("${jndi:ldap://x} %n {}", 200)).isEqualTo("${jndi:ldap://x} %n {}");
        assertThat(LogText.oneLine("\u65E5\u672C \uD83D\uDE00", 200)).isEqualTo("\u65E5\u672C \uD83D\uDE00");
    }
}
