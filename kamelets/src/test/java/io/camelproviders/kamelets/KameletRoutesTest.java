/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.kamelets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.FakeMessage;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class KameletRoutesTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void bimpeaiMessagesAreReceivedAndAnswered() throws Exception {
        try (FakeBimpeaiServer fake = FakeBimpeaiServer.start()) {
            String agent = fake.addAgent();
            String conversation = fake.addConversation(agent);
            try (YamlRoutes routes = YamlRoutes.start("bimpeai.yaml", bimpeai(fake, agent, conversation))) {
                MockEndpoint json = routes.mock("mock:json");
                json.expectedMessageCount(1);
                await().atMost(SOON).until(() -> fake.openStreams(conversation) == 2);

                fake.customerSays(conversation, "Where is my order?");
                await().atMost(SOON).until(() -> texts(fake, conversation).size() == 2);
                json.setResultWaitTime(SOON.toMillis());
                json.assertIsSatisfied();

                assertThat(texts(fake, conversation)).containsExactly("Where is my order?", "Re: Where is my order?");
                JsonNode received =
                        JSON.readTree(json.getExchanges().get(0).getMessage().getBody(String.class));
                assertThat(received.path("message").asText()).isEqualTo("Where is my order?");
            }
        }
    }

    @Test
    void bimpeaiSendContinuesWithTheSentMessage() throws Exception {
        try (FakeBimpeaiServer fake = FakeBimpeaiServer.start()) {
            String agent = fake.addAgent();
            String conversation = fake.addConversation(agent);
            try (YamlRoutes routes = YamlRoutes.start("bimpeai.yaml", bimpeai(fake, agent, conversation))) {

                JsonNode sent = JSON.readTree(routes.ask("direct:send", "Hello {\"a\": 1}"));

                assertThat(sent.path("message").asText()).isEqualTo("Hello {\"a\": 1}");
                assertThat(texts(fake, conversation)).containsExactly("Hello {\"a\": 1}");
            }
        }
    }

    @Test
    void igptAnswersAsTextOrAsJson() throws Exception {
        try (FakeIgptServer fake = FakeIgptServer.start();
                YamlRoutes routes =
                        YamlRoutes.start("igpt.yaml", Map.of("url", fake.baseUrl(), "key", FakeIgptServer.API_KEY))) {

            String text = routes.ask("direct:ask", "What is new?");
            JsonNode json = JSON.readTree(routes.ask("direct:ask-json", "What is new?"));

            assertThat(text).isEqualTo("You asked: What is new?");
            assertThat(json.path("output").asText()).isEqualTo(text);
            assertThat(json.has("usage")).isTrue();
            assertThat(fake.journal().all().get(0).json().path("quality").asText())
                    .isEqualTo("cef-1-high");
        }
    }

    @Test
    void igptRunsAndSearches() throws Exception {
        try (FakeIgptServer fake = FakeIgptServer.start();
                YamlRoutes routes =
                        YamlRoutes.start("igpt.yaml", Map.of("url", fake.baseUrl(), "key", FakeIgptServer.API_KEY))) {

            String text = routes.ask("direct:run", "Sum it up");
            JsonNode hits = JSON.readTree(routes.ask("direct:search", "budget"));

            assertThat(text).isEqualTo("You asked: Sum it up");
            assertThat(hits.isObject()).isTrue();
            JsonNode run = fake.journal().all().get(0).json();
            assertThat(run.path("instructions").asText()).isEqualTo("Be brief & kind, 100%.");
            assertThat(run.path("reasoning_effort").asText()).isEqualTo("low");
            assertThat(fake.journal().all().get(1).json().path("max_results").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void chatroutesSendsAndStreams() throws Exception {
        try (FakeChatroutesServer fake = FakeChatroutesServer.start()) {
            String conversation = fake.addConversation("Trip");
            Map<String, String> properties =
                    Map.of("url", fake.baseUrl(), "key", FakeChatroutesServer.API_KEY, "conversation", conversation);
            try (YamlRoutes routes = YamlRoutes.start("chatroutes.yaml", properties)) {

                String answer = routes.ask("direct:send", "Where to?");
                routes.ask("direct:tell", "By train.");
                String streamed = routes.ask("direct:stream", "And then?");

                assertThat(fake.messages(conversation))
                        .extracting(message -> message.get("content"))
                        .contains("Where to?", answer, "By train.", "And then?", streamed);
                assertThat(fake.journal().all().get(0).json().path("model").asText())
                        .isEqualTo("gpt-5");
                assertThat(routes.mock("mock:chunk").getReceivedCounter()).isPositive();
            }
        }
    }

    @Test
    void qgptAnswersAQuestion() throws Exception {
        try (FakeQgptServer fake = FakeQgptServer.start();
                YamlRoutes routes = YamlRoutes.start("qgpt.yaml", Map.of("url", fake.baseUrl()))) {

            String answer = routes.ask("direct:question", "What does this do?");

            assertThat(answer).isNotBlank().doesNotContain("{");
            assertThat(fake.journal().all())
                    .anyMatch(request -> request.path().equals("/qgpt/question")
                            && request.json().path("query").asText().equals("What does this do?"));
        }
    }

    private static Map<String, String> bimpeai(FakeBimpeaiServer fake, String agent, String conversation) {
        return Map.of("url", fake.baseUrl(), "key", fake.apiKey(), "agent", agent, "conversation", conversation);
    }

    private static List<String> texts(FakeBimpeaiServer fake, String conversation) {
        return fake.messages(conversation).stream().map(FakeMessage::text).toList();
    }
}
