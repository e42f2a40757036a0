/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.springboot.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** An application with the starter streams, answers, and shows its state as Spring Boot users expect. */
class AnsweringApplicationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static FakeBimpeaiServer server;
    private static String agent;
    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() {
        server = FakeBimpeaiServer.start();
        agent = server.addAgent();
        server.addConversation(agent);
        application = Applications.answering(server, agent);
        Awaitility.await().atMost(PATIENCE).until(() -> server.openStreams() > 0);
    }

    @AfterAll
    static void stop() {
        application.close();
        server.close();
    }

    @Test
    void answersEveryMessageInOrderAlthoughTheConnectionDrops() {
        // given
        String talk = server.addConversation(agent);
        server.faults().in(talk).once(Fault.dropAfter(2));
        // when
        for (int i = 1; i <= 5; i++) {
            server.customerSays(talk, "t" + i);
        }
        // then
        Awaitility.await().atMost(PATIENCE).until(() -> server.replies(talk).size() >= 5);
        assertThat(server.replies(talk))
                .isEqualTo(List.of("You said t1", "You said t2", "You said t3", "You said t4", "You said t5"));
    }

    @Test
    void showsTheStreamInTheHealthEndpoint() throws Exception {
        // when
        JsonNode health = new ObjectMapper().readTree(get("/actuator/health"));
        // then
        assertThat(health.at("/status").asText()).isEqualTo("UP");
        JsonNode camel = health.at("/components/camelHealth");
        assertThat(camel.at("/status").asText()).as("%s", camel).isEqualTo("UP");
        assertThat(camel.path("details").toString()).contains("consumer:" + Applications.ROUTE);
    }

    @Test
    void exportsTheMetersOfTheStream() throws Exception {
        // when
        String meters = get("/actuator/prometheus");
        // then
        String tags = "{camelContext=\"shop\",routeId=\"" + Applications.ROUTE + "\",scheme=\"bimpeai\"}";
        assertThat(meters).contains("camel_provider_streams_open" + tags, "camel_provider_messages_total" + tags);
    }

    @Test
    void stopsQuicklyWhileTheStreamIsOpen() {
        // given
        try (FakeBimpeaiServer other = FakeBimpeaiServer.start()) {
            String otherAgent = other.addAgent();
            other.addConversation(otherAgent);
            ConfigurableApplicationContext stopped = Applications.answering(other, otherAgent);
            Awaitility.await().atMost(PATIENCE).until(() -> other.openStreams() > 0);
            // when
            long before = System.nanoTime();
            stopped.close();
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            // then
            assertThat(took).isLessThan(Duration.ofSeconds(10));
            Awaitility.await().atMost(PATIENCE).until(() -> other.openStreams() == 0);
        }
    }

    private static String get(String path) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
