/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QgptRequestBodiesTest {

    private static final Map<String, Object> NOTHING = Map.of("iterable", List.of());

    @Test
    void addsTheSnippetsThatAQuestionMustHave() {
        assertThat(QgptRequestBodies.complete("question", Map.of("query", "a")))
                .isEqualTo(Map.of("query", "a", "relevant", NOTHING));
        assertThat(QgptRequestBodies.complete("relevance", Map.of("query", "a")))
                .isEqualTo(Map.of("query", "a"));
        assertThat(QgptRequestBodies.complete("question", null)).isNull();
    }

    @Test
    void makesAQuestionOfABareQuery() {
        // when
        Map<String, Object> message = QgptRequestBodies.stream(Map.of("query", "a", "model", "m", "conversation", "c"));

        // then
        assertThat(message)
                .isEqualTo(Map.of(
                        "conversation", "c", "question", Map.of("query", "a", "model", "m", "relevant", NOTHING)));
    }

    @Test
    void keepsWhatTheInputHoldsAlready() {
        // when
        Map<String, Object> message =
                QgptRequestBodies.stream(Map.of("query", "bare", "relevance", Map.of("query", "own")));

        // then
        assertThat(message).isEqualTo(Map.of("relevance", Map.of("query", "own")));
    }

    @Test
    void takesFalseForAbsent() {
        // when
        Map<String, Object> message =
                QgptRequestBodies.stream(Map.of("query", "a", "stop", false, "reset", false, "agent", false));

        // then
        assertThat(message).containsOnlyKeys("question", "agent");
    }
}
