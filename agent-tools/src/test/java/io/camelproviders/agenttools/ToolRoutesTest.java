/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.agenttools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.bimpeai.FakeBimpeaiServer;
import io.camelproviders.testkit.bimpeai.FakeMessage;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import io.camelproviders.testkit.igpt.FakeIgptServer;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The templates start on this Camel version, and the tools work against the fake servers. */
@Timeout(180)
class ToolRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyTemplateStarts() throws Exception {
        Map<String, String> keys = Map.of(
                "bimpeai.apiKey", "sk_any",
                "bimpeai.agentId", "a_any",
                "chatroutes.apiKey", "cr_any",
                "igpt.apiKey", "igpt_any",
                "igpt.user", "u-1");
        try (Tools tools = new Tools(keys)) {
            for (String file : List.of("bimpeai-read", "bimpeai-write", "chatroutes-read", "chatroutes-write")) {
                tools.load(file + ".yaml");
            }
            for (String scheme : List.of("igpt", "qgpt")) {
                tools.load(scheme + "-read.yaml").load(scheme + "-paid.yaml").load(scheme + "-write.yaml");
            }
            tools.use(ToolYaml.routes(ToolFilesTest.tools()));

            Map<String, AiToolStub.Tool> started = tools.stub().tools();
            assertThat(started.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            ToolFilesTest.tools().stream().map(Tool::name).toList());
            assertThat(ToolFilesTest.tools()).allSatisfy(tool -> {
                AiToolStub.Tool endpoint = started.get(tool.name());
                assertThat(endpoint.option("description").toString()).startsWith(tool.description());
                assertThat(endpoint.option("tags")).isEqualTo(tool.tag());
                assertThat(endpoint.parameters().keySet())
                        .containsAll(
                                tool.arguments().stream().map(Argument::name).toList());
            });
        }
    }

    @Test
    void allReadsAtOnceAreReadsOnly() throws Exception {
        try (Tools tools = new Tools(Map.of("bimpeai.apiKey", "sk_any", "bimpeai.agentId", "a_any"))) {
            tools.load("bimpeai-read.yaml").load("bimpeai-read-all.yaml");

            assertThat(tools.stub().tools()).hasSizeGreaterThan(20);
            assertThat(tools.stub().tools().values())
                    .allSatisfy(tool -> assertThat(tool.option("readOnlyHint")).isEqualTo(true));
        }
    }

    @Test
    void readsAnswerOnePageAsJson() throws Exception {
        try (FakeBimpeaiServer fake = FakeBimpeaiServer.start()) {
            String agent = fake.addAgent();
            String conversation = fake.addConversation(agent);
            fake.addMessages(conversation, 7, "m");
            try (Tools tools = new Tools(bimpeai(fake, agent))) {
                tools.load("bimpeai-read.yaml").use(instance("bimpeai-messages-list-tool", "limit", "5"));

                JsonNode first = call(tools, "bimpeai_messages_list", Map.of("conversationId", conversation));
                JsonNode second =
                        call(tools, "bimpeai_messages_list", Map.of("conversationId", conversation, "page", 2));

                assertThat(first).hasSize(5);
                assertThat(second).hasSize(2);
                assertThat(first.get(0).path("message").asText()).isNotBlank();
            }
        }
    }

    @Test
    void aRepeatedWriteIsDoneOnce() throws Exception {
        try (FakeBimpeaiServer fake = FakeBimpeaiServer.start()) {
            String agent = fake.addAgent();
            String conversation = fake.addConversation(agent);
            try (Tools tools = new Tools(bimpeai(fake, agent))) {
                tools.load("bimpeai-write.yaml").use(instance("bimpeai-messages-send-tool", "agentId", agent));
                Map<String, Object> arguments = Map.of(
                        "conversationId", conversation,
                        "message", "{\"role\": \"user\"} & ${body}",
                        "agentId", "another",
                        "idempotencyKey", "k-1");

                JsonNode sent = call(tools, "bimpeai_messages_send", arguments);
                JsonNode repeated = call(tools, "bimpeai_messages_send", arguments);

                assertThat(repeated).isEqualTo(sent);
                assertThat(fake.messages(conversation))
                        .extracting(FakeMessage::text)
                        .containsExactly("{\"role\": \"user\"} & ${body}");
                assertThat(sent.path("role").asText()).isEqualTo("assistant");
            }
        }
    }

    @Test
    void theRouteRemembersKeysThatTheProviderDoesNotKnow() throws Exception {
        try (FakeChatroutesServer fake = FakeChatroutesServer.start();
                Tools tools = new Tools(Map.of(
                        "chatroutes.baseUrl", fake.baseUrl(), "chatroutes.apiKey", FakeChatroutesServer.API_KEY))) {
            tools.load("chatroutes-write.yaml").use(instance("chatroutes-conversations-create-tool", "tags", "travel"));

            JsonNode created =
                    call(tools, "chatroutes_conversations_create", Map.of("title", "Trip", "idempotencyKey", "k-1"));
            String repeated = tools.stub()
                    .call("chatroutes_conversations_create", Map.of("title", "Trip", "idempotencyKey", "k-1"));
            JsonNode other =
                    call(tools, "chatroutes_conversations_create", Map.of("title", "Trip", "idempotencyKey", "k-2"));

            assertThat(created.path("title").asText()).isEqualTo("Trip");
            assertThat(repeated).startsWith("Not repeated");
            assertThat(other.path("id")).isNotEqualTo(created.path("id"));
            assertThat(fake.journal().total()).isEqualTo(2);
        }
    }

    @Test
    void bodyFieldsAreThoseThatTheModelGave() throws Exception {
        try (FakeIgptServer fake = FakeIgptServer.start();
                Tools tools = new Tools(Map.of(
                        "igpt.baseUrl", fake.baseUrl(), "igpt.apiKey", FakeIgptServer.API_KEY, "igpt.user", "u-1"))) {
            tools.load("igpt-read.yaml").load("igpt-read-all.yaml").load("igpt-paid.yaml");
            tools.use(instance("igpt-recall-ask-tool", "user", "u-2"));

            Map<String, Object> search = new HashMap<>(Map.of("query", "budget", "max_results", 3, "user", "another"));
            search.put("date_from", null);
            call(tools, "igpt_recall_search", search);
            JsonNode answer = call(tools, "igpt_recall_ask", Map.of("input", "What is new?"));

            assertThat(fake.journal().all().get(0).json())
                    .isEqualTo(JSON.readTree("{\"user\":\"u-1\",\"query\":\"budget\",\"max_results\":3}"));
            assertThat(fake.journal().all().get(1).json().path("user").asText()).isEqualTo("u-2");
            assertThat(answer.path("output").asText()).isEqualTo("You asked: What is new?");
        }
    }

    @Test
    void qgptReadsAndAnswers() throws Exception {
        try (FakeQgptServer fake = FakeQgptServer.start();
                Tools tools = new Tools(Map.of("qgpt.baseUrl", fake.baseUrl()))) {
            tools.load("qgpt-read.yaml").load("qgpt-read-all.yaml").load("qgpt-paid.yaml");
            tools.use(instance("qgpt-question-tool", "tags", "code"));

            assertThat(call(tools, "qgpt_models", Map.of()).isArray()).isTrue();
            assertThat(call(tools, "qgpt_question", Map.of("query", "What is this?"))
                            .has("answers"))
                    .isTrue();
        }
    }

    private static JsonNode call(Tools tools, String name, Map<String, Object> arguments) throws Exception {
        return JSON.readTree(tools.stub().call(name, arguments));
    }

    private static Map<String, String> bimpeai(FakeBimpeaiServer fake, String agent) {
        return Map.of("bimpeai.baseUrl", fake.baseUrl(), "bimpeai.apiKey", fake.apiKey(), "bimpeai.agentId", agent);
    }

    private static String instance(String template, String parameter, String value) {
        return """
                - templatedRoute:
                    routeTemplateRef: %s
                    parameters:
                      - name: %s
                        value: "%s"
                """.formatted(template, parameter, value);
    }
}
