/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownFieldsTest {

    /** A model as the components have them. */
    record Part(String name, Map<String, Object> additionalProperties) {}

    /** A model with parts. */
    record Whole(Part first, List<Part> others, Map<String, Object> additionalProperties) {}

    @Test
    void theFieldsWithoutAComponentAreFoundAtEveryDepth() {
        // given
        Part known = new Part("a", Map.of());
        Part extended = new Part("b", Map.of("mood", 1));

        // when
        List<String> unknown = UnknownFields.of(new Whole(extended, List.of(known, extended), Map.of("tone", 2)));

        // then
        assertThat(unknown).containsExactly("/first/mood", "/others/1/mood", "/tone");
    }

    @Test
    void aValueThatIsNoModelHasNone() {
        assertThat(UnknownFields.of(Map.of("mood", 1))).isEmpty();
        assertThat(UnknownFields.of(null)).isEmpty();
        assertThat(UnknownFields.of(List.of(new Part("a", Map.of("mood", 1))))).containsExactly("/0/mood");
    }
}
