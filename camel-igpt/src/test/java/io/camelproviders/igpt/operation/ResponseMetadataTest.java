/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.core.json.Json;
import io.camelproviders.igpt.model.Recall.Usage;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands beside an answer is read whatever shape it has, and never hinders the answer. */
class ResponseMetadataTest {

    private final Json json = Json.standard();

    private Map<String, Object> facts(String answer) {
        return new ResponseMetadata(json).of(json.map(json.plain(answer.getBytes(StandardCharsets.UTF_8))));
    }

    static Stream<Arguments> usages() {
        return Stream.of(
                arguments(
                        "{\"input_tokens\":1,\"output_tokens\":2,\"total_tokens\":3}", new Usage(1L, 2L, 3L, Map.of())),
                arguments("{\"input_tokens\":9000000000}", new Usage(9_000_000_000L, null, null, Map.of())),
                arguments("{}", new Usage(null, null, null, Map.of())),
                arguments("{\"input_tokens\":null,\"output_tokens\":2}", new Usage(null, 2L, null, Map.of())),
                arguments("{\"output_tokens\":2,\"cached\":1}", new Usage(null, 2L, null, Map.of("cached", 1))));
    }

    @ParameterizedTest
    @MethodSource("usages")
    void readUsageInAnyShape(String usage, Usage expected) {
        assertThat(facts("{\"usage\":" + usage + "}")).containsEntry("usage", expected);
    }

    @Test
    void leaveOutWhatIsOfAnotherKind() {
        assertThat(facts("{\"usage\":{\"input_tokens\":[1]},\"metadata\":{\"sources\":7},\"duration\":\"long\"}"))
                .isEmpty();
        assertThat(new ResponseMetadata(json).of("text")).isEmpty();
    }
}
