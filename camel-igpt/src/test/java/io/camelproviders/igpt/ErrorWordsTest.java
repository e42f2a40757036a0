/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.igpt.IgptFaults;
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
                Arguments.of("network_error", Fault.respond(500), ""),
                Arguments.of("network_error", Fault.respond(503), ""),
                Arguments.of("network_error", Fault.respond(429), ""),
                Arguments.of("network_error", Fault.dropConnection(), ""),
                Arguments.of("params", Fault.respond(400), ""),
                Arguments.of("params", Fault.respond(422), ""),
                Arguments.of("auth", Fault.respond(401), ""),
                Arguments.of("client_error", Fault.respond(404), ""),
                Arguments.of("invalid_json_response", Fault.htmlPage(), ""),
                Arguments.of("auth", IgptFaults.error("auth"), ""),
                Arguments.of("timeout", Fault.stall(), "&requestTimeout=300"),
                Arguments.of(
                        "params", Fault.delay(java.time.Duration.ZERO), "&httpHeader.X-A=1&outputFormat=text&user="));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theWordOfAFailureIsADocumentedOne(String word, Fault fault, String options) {
        rig.server.faults().on("recall/ask").always(fault);

        Exchange answered = rig.send(ASK + options, "hi");

        assertThat(answered.getMessage().getHeader(IgptConstants.RESPONSE_ERROR))
                .isEqualTo(word);
        assertThat(answered.getMessage().getBody(Map.class)).containsEntry("error", word);
    }
}
