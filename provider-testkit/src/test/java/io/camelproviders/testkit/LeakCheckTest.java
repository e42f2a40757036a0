/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeakCheckTest {

    private static final Duration SHORT = Duration.ofMillis(50);

    @RegisterExtension
    private final LeakCheck allGone = LeakCheck.ofThreads("loopback-leak");

    @Test
    void findsAThreadThatIsLeftAndNoneOnceItIsGone() {
        // given
        LeakCheck check = LeakCheck.ofThreads("loopback-leak").within(SHORT);
        LoopbackServer server = LoopbackServer.start("leak", (request, responder) -> responder.stall());

        // when / then
        assertThatThrownBy(check::check).isInstanceOf(AssertionError.class).hasMessageContaining("loopback-leak");
        server.close();
        assertThatCode(check::check).doesNotThrowAnyException();
    }

    @Test
    void findsAConnectionThatIsLeft() throws IOException {
        // given
        try (LoopbackServer server = LoopbackServer.start("leak", (request, responder) -> responder.stall())) {
            LeakCheck patient = LeakCheck.ofThreads().and("connections", server::openConnections);

            // when / then
            try (RawClient client = new RawClient(server.port())) {
                client.send("GET / HTTP/1.1\r\n\r\n");
                server.journal().takeRequest(Duration.ofSeconds(10));
                assertThatThrownBy(() -> patient.within(SHORT).check()).hasMessageContaining("1 connections");
            }
            patient.check();
        }
    }
}
