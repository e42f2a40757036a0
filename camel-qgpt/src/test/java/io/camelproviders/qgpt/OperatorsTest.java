/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What those who run it see of the socket: JMX, the dev console and Micrometer. */
@SuppressWarnings("NullAway") // A null where none should be fails the test.
class OperatorsTest {

    private static final MBeanServer BEANS = ManagementFactory.getPlatformMBeanServer();

    private final QgptTestSupport rig = new QgptTestSupport();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    /** Two answers, one of them cut off by a drop, and one that nobody takes; then a socket of changes too. */
    private void live() throws Exception {
        rig.context.getRegistry().bind("meters", meters);
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.resetAfter(1)));
        rig.send("qgpt:stream", "cut");
        rig.send("qgpt:stream", "whole");
        rig.send("qgpt:stream?exchangePattern=InOnly", "nobody's");
        QgptTestSupport.await(() -> rig.health().counters().unheard() == 1);
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("qgpt:stream").routeId("answers").to("mock:answers");
                from("qgpt:conversations/stream").routeId("changes").to("mock:changes");
            }
        });
        QgptTestSupport.await(() -> rig.server.watchers().size() == 1);
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.stallAfter(1)));
        rig.send("qgpt:stream?exchangePattern=InOnly", "slow");
        QgptTestSupport.await(() -> ((Integer) attribute(bean("consumers", "QgptAnswer"), "AnswersUnderWay")) == 1);
    }

    private ObjectName bean(String type, String name) throws Exception {
        ObjectName pattern =
                new ObjectName("org.apache.camel:context=" + rig.context.getManagementName() + ",type=" + type + ",*");
        return BEANS.queryNames(pattern, null).stream()
                .filter(bean -> bean.getKeyProperty("name").contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static Object attribute(ObjectName bean, String attribute) throws Exception {
        return BEANS.getAttribute(bean, attribute);
    }

    @Test
    void managementTellsServerStateAndCounts() throws Exception {
        // when
        live();

        // then
        ObjectName component = bean("components", "qgpt");
        assertThat(attribute(component, "Servers").toString())
                .startsWith(rig.server.loopback().uri() + " (PORT_RANGE) OPEN since ");
        assertThat(attribute(component, "Reconnects")).isEqualTo(1L);
        assertThat(attribute(component, "Questions")).isEqualTo(1L);
        assertThat(attribute(component, "Answers")).isEqualTo(2L);
        assertThat(attribute(component, "Failures")).isEqualTo(1L);
        assertThat(attribute(component, "Unclaimed")).isEqualTo(1L);
        assertThat(attribute(component, "LastError").toString()).contains("127.0.0.1:" + rig.server.port());
        ObjectName answers = bean("consumers", "QgptAnswer");
        assertThat(attribute(answers, "Server")).isEqualTo(rig.server.baseUrl());
        assertThat(attribute(answers, "FoundBy")).isEqualTo("PORT_RANGE");
        assertThat(attribute(answers, "SocketState")).isEqualTo("OPEN");
        assertThat(attribute(answers, "Reconnects")).isEqualTo(1L);
        assertThat(attribute(answers, "Questions")).isEqualTo(1L);
        assertThat(attribute(answers, "Lost")).isEqualTo(0L);
        ObjectName changes = bean("consumers", "Conversations");
        assertThat(attribute(changes, "SocketState")).isEqualTo("OPEN");
        assertThat(attribute(changes, "LastError")).isEqualTo("");
        assertThat(attribute(changes, "Waiting")).isEqualTo(0);
    }

    @Test
    void theConsoleShowsEachSocket() throws Exception {
        // given
        DevConsole console = rig.context
                .getCamelContextExtension()
                .getContextPlugin(DevConsoleRegistry.class)
                .resolveById("qgpt");

        // when
        live();
        JsonObject told = (JsonObject) console.call(DevConsole.MediaType.JSON);
        String text = (String) console.call(DevConsole.MediaType.TEXT);

        // then
        List<?> sockets = (List<?>) told.get("sockets");
        assertThat(sockets).hasSize(2);
        assertThat((JsonObject) sockets.get(0))
                .containsEntry("server", rig.server.baseUrl())
                .containsEntry("state", "OPEN")
                .containsEntry("connects", 2L)
                .containsEntry("inFlight", 1L)
                .containsEntry("answers", 2L)
                .containsEntry("unclaimed", 1L)
                .containsKey("lastError");
        assertThat(text).contains("sockets:", "foundBy: PORT_RANGE");
    }

    @Test
    void metersCountAndGoWithTheComponent() throws Exception {
        // when
        live();

        // then
        assertThat(meters.get("camel.provider.socket.open")
                        .tag("server", "discovered")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("camel.provider.socket.questions")
                        .tag("server", "discovered")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("camel.provider.socket.answers")
                        .tag("server", "discovered")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("camel.provider.socket.connects")
                        .tag("routeId", "changes")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        rig.context.stop();
        assertThat(meters.getMeters()).extracting(Meter::getId).isEmpty();
    }

    @Test
    void healthOfTheProducersTellsTheServer() {
        // given
        HealthCheckRegistry checks = HealthCheckRegistry.get(rig.context);
        checks.register(checks.resolveById("producers"));
        ((HealthCheckRepository) checks.getRepository("producers").orElseThrow()).setEnabled(true);

        // when
        rig.send("qgpt:stream", "Why?");

        // then
        assertThat(checks.getCheck("producer:qgpt-discovered")
                        .orElseThrow()
                        .call()
                        .getDetails())
                .containsEntry("server", rig.server.baseUrl())
                .containsEntry("foundBy", "PORT_RANGE")
                .containsEntry("answers", 1L);
    }
}
