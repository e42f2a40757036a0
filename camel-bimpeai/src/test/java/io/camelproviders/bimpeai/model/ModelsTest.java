/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.bimpeai.model.Actions.SwitchActions;
import io.camelproviders.bimpeai.model.Agents.Agent;
import io.camelproviders.bimpeai.model.Agents.CreateAgent;
import io.camelproviders.bimpeai.model.Agents.Guide;
import io.camelproviders.bimpeai.model.Agents.Rule;
import io.camelproviders.bimpeai.model.Conversations.Conversation;
import io.camelproviders.bimpeai.model.CustomApis.CreateTool;
import io.camelproviders.bimpeai.model.Integrations.AuthConfig;
import io.camelproviders.bimpeai.model.Integrations.ConfigureBimpeaiIntegration;
import io.camelproviders.bimpeai.model.KnowledgeBases.FaqItem;
import io.camelproviders.bimpeai.model.McpServers.ConfigureMcpServer;
import io.camelproviders.bimpeai.model.Messages.SendMessage;
import io.camelproviders.bimpeai.model.Messages.StreamTicket;
import io.camelproviders.bimpeai.model.PhoneNumbers.UpdatePhoneNumber;
import io.camelproviders.bimpeai.model.Workflows.CreateWorkflow;
import io.camelproviders.bimpeai.model.Workflows.Workflow;
import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelsTest {

    private final Json json = Json.standard();

    private <T> T read(String text, Class<T> type) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }

    static Stream<Class<?>> records() {
        return BimpeaiOperations.TABLE.all().stream()
                .flatMap(row ->
                        Stream.<Class<?>>of(row.payload().model(), row.result().type()))
                .filter(type -> type != Void.class)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordReadsAnEmptyObjectAndKeepsUnknownFields(Class<?> type) {
        // given, when
        ProviderModel model = (ProviderModel) read("{\"from_the_future\":{\"a\":[1,null]}}", type);

        // then
        assertThat(model.additionalProperties()).containsOnlyKeys("from_the_future");
        assertThat(json.text(model)).contains("\"from_the_future\":{\"a\":[1,null]}");
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordIsWrittenUnderItsWireNamesOnly(Class<?> type) {
        // given
        Object model = read("{}", type);

        // when, then
        assertThat(json.fields(type).names()).containsAll(json.map(model).keySet());
        assertThat(json.fields(type).names()).allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    }

    @Test
    void theCountOfRecordsIsThatOfTheTable() {
        assertThat(records()).hasSizeGreaterThan(40);
        assertThat(BimpeaiOperations.TABLE.all()).extracting(Operation::result).isNotEmpty();
    }

    @Test
    void placeholdersOfALiveWorkflowAreLeftOut() {
        // given
        String text =
                "{\"id\":\"w\",\"name\":\"n\",\"rules\":[[],{\"id\":\"r\"}],\"flows\":[[]],\"faq\":[null,{\"question\":\"q\"}],"
                        + "\"setup_steps\":[[],[]],\"setup_time\":null,\"tags\":[\"t\",null],\"visibility\":\"shared\"}";

        // when
        Workflow workflow = read(text, Workflow.class);

        // then
        assertThat(workflow.rules()).extracting(Rule::id).containsExactly("r");
        assertThat(workflow.flows()).isEmpty();
        assertThat(workflow.faq()).extracting(FaqItem::question).containsExactly("q");
        assertThat(workflow.setupSteps()).containsExactly(List.of(), List.of());
        assertThat(workflow.tags()).containsExactly("t");
        assertThat(workflow.visibility()).isEqualTo("shared");
    }

    @Test
    void theVideoLinkIsReadUnderBothNamesAndWrittenAsItCame() {
        // given
        Guide snake = read("{\"youtube_url\":\"u\"}", Guide.class);
        Guide camel = read("{\"youtubeUrl\":\"u\"}", Guide.class);

        // when, then
        assertThat(snake.video()).isEqualTo(camel.video()).contains("u");
        assertThat(json.text(snake)).isEqualTo("{\"youtube_url\":\"u\"}");
        assertThat(json.text(camel)).isEqualTo("{\"youtubeUrl\":\"u\"}");
        assertThat(json.fields(CreateWorkflow.class).toWire(Map.of("guide", Map.of("youtubeUrl", "u"))))
                .isEqualTo(Map.of("guide", Map.of("youtubeUrl", "u")));
    }

    @Test
    void aConversationOfTheContractIsReadWhole() {
        // given
        String text = "{\"id\":\"cv_51\",\"channel_type\":\"whatsapp\",\"channel_id\":null,"
                + "\"channel_user_id\":\"+2348000000000\",\"is_test_channel\":false,\"is_ai_chat_paused\":true,"
                + "\"needs_attention\":true,\"created_at\":\"c\",\"updated_at\":\"u\"}";

        // when
        Conversation conversation = read(text, Conversation.class);

        // then
        assertThat(conversation.isAiChatPaused()).isTrue();
        assertThat(conversation.needsAttention()).isTrue();
        assertThat(conversation.channelUserId()).isEqualTo("+2348000000000");
        assertThat(conversation.additionalProperties()).isEmpty();
    }

    @Test
    void aCreatedAgentBringsItsWorkflow() {
        assertThat(read("{\"id\":\"a\",\"workflow\":{\"id\":\"w\"}}", Agent.class)
                        .workflow())
                .extracting("id")
                .isEqualTo("w");
        assertThat(read("{\"id\":\"a\",\"workflow\":null}", Agent.class).workflow())
                .isNull();
    }

    @Test
    void aBuilderSendsWhatWasSetAndExplicitNulls() {
        // given
        CreateAgent agent = CreateAgent.builder()
                .workflowId("wf_1")
                .name("Desk")
                .description("Tier 1")
                .additionalProperties(Collections.singletonMap("logo", null))
                .build();

        // when, then
        assertThat(json.text(agent))
                .isEqualTo("{\"workflow_id\":\"wf_1\",\"name\":\"Desk\",\"description\":\"Tier 1\",\"logo\":null}");
        assertThat(json.text(UpdatePhoneNumber.unassigned())).isEqualTo("{\"agent_id\":null}");
        assertThat(json.text(SendMessage.of("hi", null))).isEqualTo("{\"message\":\"hi\"}");
        assertThat(json.text(SwitchActions.of("a", "b"))).isEqualTo("{\"action_ids\":[\"a\",\"b\"]}");
    }

    @Test
    void recordsWithSecretsDoNotPrintThem() {
        // given
        AuthConfig auth = AuthConfig.builder()
                .token("canary")
                .apiKey("canary")
                .password("canary")
                .build();
        List<Object> models = List.of(
                auth,
                new StreamTicket("canary", 60, Map.of()),
                ConfigureBimpeaiIntegration.builder()
                        .type("stripe")
                        .secretKey("canary")
                        .token("canary")
                        .build(),
                ConfigureMcpServer.builder().name("n").authConfig(auth).build(),
                CreateTool.builder().name("n").authConfig(Map.of("k", "canary")).build());

        // when, then
        assertThat(models).allSatisfy(model -> {
            assertThat(model.toString()).doesNotContain("canary");
            assertThat(json.text(model)).contains("canary");
        });
    }
}
