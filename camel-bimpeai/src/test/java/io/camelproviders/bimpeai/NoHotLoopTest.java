/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.BimpeaiFaults;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With the default delays no server is hammered, however it fails. */
class NoHotLoopTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments("resets every stream at once", Fault.resetAfter(0)),
                arguments("ends every stream at once", Fault.closeAfter(0)),
                arguments("resets every stream after a message", Fault.resetAfter(1)),
                arguments("refuses every ticket", BimpeaiFaults.deadTicket()),
                arguments("issues no ticket", Fault.respond(500).on(RequestKind.TICKET)),
                arguments("answers 429 without a time", Fault.respond(429).on(RequestKind.STREAM)),
                arguments(
                        "asks for no wait",
                        Fault.respond(503, "Retry-After", "0").on(RequestKind.STREAM)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void opensAStreamAtMostTwentyTimesInASecond(String name, Fault failure) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.collect(rig.stream("&reconnectDelay=500&maxReconnectDelay=30000"))
                    .start();
            rig.awaitOpen();
            rig.say(1, 500);
            rig.awaitTexts(500);
            rig.server.faults().always(failure);
            rig.server.journal().clear();
            // when
            rig.server.dropConnections();
            rig.say(501, 600);
            // then: as long as one watches
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .during(Duration.ofSeconds(3))
                    .until(() -> rig.asked("/stream-ticket") <= 60);
            List<Long> attempts = rig.server.journal().all().stream()
                    .filter(request -> request.path().endsWith("/stream-ticket"))
                    .map(Request::nanos)
                    .toList();
            assertThat(attempts).isNotEmpty();
            for (int i = 0; i + 20 < attempts.size(); i++) {
                assertThat(Duration.ofNanos(attempts.get(i + 20) - attempts.get(i)))
                        .isGreaterThan(Duration.ofSeconds(1));
            }
        }
    }
}
