/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.qgpt.operation.PiecesServer;
import io.camelproviders.qgpt.stream.SocketHealth;
import io.camelproviders.qgpt.stream.SocketHealth.Counters;
import io.camelproviders.qgpt.stream.SocketHealth.State;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketHealthCheckTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "OPEN, 3600, 1, UP",
        "IDLE, 3600, 0, UP",
        "RECONNECTING, 10, 3, UP",
        "RECONNECTING, 90, 3, DOWN",
        "CONNECTING, 10, 30, UP",
        "CONNECTING, 90, 30, DOWN",
        "CLOSED, 1, 1, DOWN"
    })
    void isDownOnlyWhenAnOutageLasts(State state, long seconds, long attempts, HealthCheck.State expected)
            throws Exception {
        // given
        PiecesServer server = new PiecesServer(URI.create("http://127.0.0.1:39300"), PiecesServer.Source.PORT_RANGE);
        SocketHealth health = new SocketHealth(
                state,
                NOON.minus(Duration.ofSeconds(seconds)),
                server,
                state == State.OPEN ? null : "refused",
                "refused",
                1,
                attempts,
                Counters.NONE);
        SocketHealthCheck check =
                new SocketHealthCheck("consumer:qgpt-r", () -> health, Clock.fixed(NOON, ZoneOffset.UTC));
        check.setEnabled(true);

        try (DefaultCamelContext context = new DefaultCamelContext()) {
            check.setCamelContext(context);

            // when
            HealthCheck.Result result = check.call();

            // then
            assertThat(result.getState()).isEqualTo(expected);
            assertThat(result.getDetails())
                    .containsEntry("server", "http://127.0.0.1:39300")
                    .containsEntry("foundBy", "PORT_RANGE");
        }
    }
}
