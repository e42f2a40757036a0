/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.Misbehaviour;
import io.camelproviders.testkit.bimpeai.Misbehaviour.Place;
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
                arguments("resets every stream at once", Misbehaviour.resetAfter(0)),
                arguments("ends every stream at once", Misbehaviour.closeAtOnce()),
                arguments("resets every stream after a message", Misbehaviour.resetAfter(1)),
                arguments("refuses every ticket", Misbehaviour.deadTicket()),
                arguments("issues no ticket", Misbehaviour.status(Place.TICKET, 500)),
                arguments("answers 429 without a time", Misbehaviour.status(Place.STREAM, 429)),
                arguments("asks for no wait", Misbehaviour.statusRetryAfter(Place.STREAM, 503, "0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void opensAStreamAtMostTwentyTimesInASecond(String name, Misbehaviour failure) throws Exception {
        try (StreamTestSupport rig = new StreamTestSupport(FakeBimpeaiServer.start())) {
            // given
            rig.collect(rig.stream("&reconnectDelay=500&maxReconnectDelay=30000"))
                    .start();
            rig.awaitOpen();
            rig.say(1, 500);
            rig.awaitTexts(500);
            rig.server.always(failure);
            rig.server.ledger().clear();
            // when
            rig.server.dropAll();
            rig.say(501, 600);
            // then: as long as one watches
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .during(Duration.ofSeconds(3))
                    .until(() -> rig.asked("/stream-ticket") <= 60);
            List<Long> attempts = rig.server.ledger().all().stream()
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
