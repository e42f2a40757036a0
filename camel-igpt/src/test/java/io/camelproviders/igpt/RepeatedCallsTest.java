/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.igpt.IgptFaults;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which call is repeated after what, and what is kept of a failure. */
@Timeout(120)
class RepeatedCallsTest {

    private static final String ASK = "igpt:recall/ask";
    private static final String SEARCH = "igpt:recall/search";
    private static final String DISCONNECT = "igpt:datasources/disconnect?id=spike/1/messages";
    private static final String AUTHORIZE = "igpt:connectors/authorize?service=spike&scope=messages";

    private final IgptTestSupport rig = new IgptTestSupport();

    @AfterEach
    void stop() {
        rig.close();
    }

    static Stream<Arguments> failures() {
        Fault overload = Fault.respond(503);
        Fault rate = Fault.rateLimited("0");
        Fault reset = Fault.dropConnection();
        return Stream.of(
                Arguments.of(ASK, "503", overload, 2),
                Arguments.of(ASK, "429", rate, 2),
                Arguments.of(ASK, "reset", reset, 1),
                Arguments.of(ASK, "501", Fault.respond(501), 1),
                Arguments.of(ASK, "error in a 200", IgptFaults.error("network_error"), 1),
                Arguments.of(ASK, "no JSON", Fault.htmlPage(), 1),
                Arguments.of("igpt:recall/ask?retryUnsafe=true", "reset", reset, 2),
                Arguments.of("igpt:recall/ask?maxRetries=0", "503", overload, 1),
                Arguments.of("igpt:recall/run", "503", overload, 2),
                Arguments.of("igpt:recall/run", "reset", reset, 1),
                Arguments.of("igpt:recall/run?stream=true", "503", overload, 2),
                Arguments.of("igpt:recall/run?stream=true", "reset", reset, 1),
                Arguments.of(SEARCH, "reset", reset, 2),
                Arguments.of(SEARCH, "408", Fault.respond(408), 2),
                Arguments.of(SEARCH, "404", Fault.respond(404), 1),
                Arguments.of("igpt:datasources/list", "reset", reset, 2),
                Arguments.of(DISCONNECT, "503", overload, 1),
                Arguments.of(DISCONNECT, "429", rate, 2),
                Arguments.of(AUTHORIZE, "reset", reset, 1),
                Arguments.of(AUTHORIZE, "429", rate, 2));
    }

    @ParameterizedTest(name = "{0} after {1}: {3}")
    @MethodSource("failures")
    void aCallIsRepeatedAsItsRowAllows(String uri, String name, Fault failure, int requests) {
        String operation = uri.substring(uri.indexOf(':') + 1).replaceAll("[?].*", "");
        rig.server.faults().on(operation).once(failure);

        Exchange answered = rig.send(uri, operation.startsWith("recall/") ? "hi there" : "");

        assertThat(rig.server.journal().total()).isEqualTo(requests);
        assertThat(answered.getException() == null).isEqualTo(requests == 2);
    }

    @Test
    void aWaitThatIsLongerThanAllowedIsToldAndNotWaitedFor() {
        rig.server.faults().on("recall/ask").always(Fault.rateLimited("3600"));

        Exchange failed = rig.send(ASK, "hi there");

        assertThat(failed.getException(RateLimitException.class).retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait.toSeconds()).isEqualTo(3600));
        assertThat(rig.server.journal().total()).isEqualTo(1);
    }

    @Test
    void statusBodyAndHeadersOfAFailureAreKept() {
        String body = "{\"error\":\"params\",\"message\":\"input is too long\",\"more\":7}";
        rig.server
                .faults()
                .on("recall/ask")
                .always(Fault.respond(FakeResponse.text(422, "application/json", body)
                        .with("X-Request-Id", "req-9", "Set-Cookie", "session=1")));

        Exchange failed = rig.send(ASK, "hi there");

        ProviderException cause = failed.getException(ProviderException.class);
        assertThat(cause).isInstanceOf(HttpStatusException.class).hasMessageContaining("input is too long");
        assertThat(cause.status()).isEqualTo(422);
        assertThat(cause.code()).contains("params");
        assertThat(cause.requestId()).contains("req-9");
        assertThat(cause.body()).contains(body);
        HttpOperationFailedException http = (HttpOperationFailedException) cause.getCause();
        assertThat(http.getStatusCode()).isEqualTo(422);
        assertThat(http.getResponseBody()).isEqualTo(body);
        assertThat(http.getResponseHeaders())
                .containsEntry("X-Request-Id", "req-9")
                .doesNotContainKey("Set-Cookie");
    }
}
