/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.igpt.IgptBehaviour;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Failures that become the body carry the words of the documentation, in the body and in the header. */
@Timeout(120)
class ErrorWordsTest {

    private static final String ASK = "igpt:recall/ask?throwExceptionOnFailure=false&maxRetries=0";

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of("network_error", IgptBehaviour.status(500), ""),
                Arguments.of("network_error", IgptBehaviour.status(503), ""),
                Arguments.of("network_error", IgptBehaviour.status(429), ""),
                Arguments.of("network_error", IgptBehaviour.drop(), ""),
                Arguments.of("params", IgptBehaviour.status(400), ""),
                Arguments.of("params", IgptBehaviour.status(422), ""),
                Arguments.of("auth", IgptBehaviour.status(401), ""),
                Arguments.of("client_error", IgptBehaviour.status(404), ""),
                Arguments.of("invalid_json_response", IgptBehaviour.html(), ""),
                Arguments.of("auth", IgptBehaviour.error("auth"), ""),
                Arguments.of("timeout", IgptBehaviour.silence(), "&requestTimeout=300"),
                Arguments.of("params", IgptBehaviour.ordinary(), "&httpHeader.X-A=1&outputFormat=text&user="));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theWordOfAFailureIsADocumentedOne(String word, IgptBehaviour behaviour, String options) {
        rig.server.always("recall/ask", behaviour);

        Exchange answered = rig.send(ASK + options, "hi");

        assertThat(answered.getMessage().getHeader(IgptConstants.RESPONSE_ERROR))
                .isEqualTo(word);
        assertThat(answered.getMessage().getBody(Map.class)).containsEntry("error", word);
    }
}
