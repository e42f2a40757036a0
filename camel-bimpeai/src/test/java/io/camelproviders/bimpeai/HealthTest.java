/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Camel's readiness says of a stream consumer from connection to outage and back. */
class HealthTest {

    private StreamTestSupport rig;

    @BeforeEach
    void start() throws Exception {
        rig = new StreamTestSupport(FakeBimpeaiServer.start());
        HealthCheckRegistry checks = HealthCheckRegistry.get(rig.context);
        checks.register(checks.resolveById("consumers"));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private HealthCheck.Result readiness() {
        return HealthCheckHelper.invokeReadiness(rig.context).stream()
                .filter(result -> result.getCheck().getId().contains("collect"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the consumer has no check"));
    }

    private String told() {
        HealthCheck.Result result = readiness();
        return result.getState() + " " + result.getMessage().orElse("") + " " + result.getDetails();
    }

    private Map<String, Object> details() {
        return readiness().getDetails();
    }

    @Test
    void isUpThenReconnectingThenUpAgainAndNeverNamesAKey() throws Exception {
        // given
        rig.collect(rig.stream("")).start();
        rig.awaitOpen();
        StreamTestSupport.await(() -> Long.valueOf(1).equals(details().get("open")));
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(details()).containsEntry("streams", 1).doesNotContainKey("cause");
        // when
        rig.server.refuseConnections();
        rig.server.dropConnections();
        StreamTestSupport.await(() -> "RECONNECTING".equals(details().get("state")));
        // then
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(details()).containsEntry("stream", rig.conversation).containsKeys("since", "cause");
        assertThat(String.valueOf(details().get("cause"))).contains("127.0.0.1");
        assertThat(told()).doesNotContain(rig.server.apiKey()).doesNotContain("ticket=");
        // when
        rig.server.acceptConnections();
        StreamTestSupport.await(() -> Long.valueOf(1).equals(details().get("open")));
        // then
        assertThat(readiness().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(details()).doesNotContainKeys("state", "cause");
    }

    @Test
    void isDownWhenTheKeyIsRefusedAndSaysWhatToDoWithoutTheKey() throws Exception {
        // given
        rig.collect(rig.stream("")).start();
        rig.awaitOpen();
        // when
        rig.server.faults().always(Fault.respond(401).on(RequestKind.TICKET));
        rig.server.dropConnections();
        StreamTestSupport.await(() -> readiness().getState() == HealthCheck.State.DOWN);
        // then
        assertThat(details()).containsEntry("state", "DOWN");
        assertThat(told()).contains(rig.conversation).contains("401").doesNotContain(rig.server.apiKey());
    }

    @Test
    void isDownWhenItGaveUpAndUpAfterARestartOfTheRoute() throws Exception {
        // given
        rig.collect(rig.stream("&maxReconnects=3&offsetDirectory=" + rig.offsets()))
                .start();
        rig.awaitOpen();
        // when
        rig.server.refuseConnections();
        rig.server.dropConnections();
        StreamTestSupport.await(() -> readiness().getState() == HealthCheck.State.DOWN);
        // then
        assertThat(told()).contains("gave up after 3 reconnects");
        rig.say(1, 3);
        rig.server.acceptConnections();
        rig.context.getRouteController().stopRoute("collect");
        rig.context.getRouteController().startRoute("collect");
        StreamTestSupport.await(() -> readiness().getState() == HealthCheck.State.UP
                && Long.valueOf(1).equals(details().get("open")));
        rig.awaitTexts(3);
        assertThat(rig.texts).isEqualTo(StreamTestSupport.texts(1, 3));
    }

    @Tag("long")
    @Test
    void isDownAfterAMinuteOfOutageAndUpAgainByItself() throws Exception {
        // given
        rig.collect(rig.stream("")).start();
        rig.awaitOpen();
        // when
        rig.server.refuseConnections();
        rig.server.dropConnections();
        long lost = System.nanoTime();
        StreamTestSupport.await(() -> "RECONNECTING".equals(details().get("state")));
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> readiness().getState() == HealthCheck.State.DOWN);
        Duration took = Duration.ofNanos(System.nanoTime() - lost);
        // then
        System.out.printf("health: DOWN %d ms after the loss%n", took.toMillis());
        assertThat(took).isGreaterThan(Duration.ofSeconds(59));
        rig.server.acceptConnections();
        StreamTestSupport.await(() -> readiness().getState() == HealthCheck.State.UP);
    }
}
