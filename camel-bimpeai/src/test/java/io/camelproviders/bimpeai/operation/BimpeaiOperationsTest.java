/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Parameter;
import io.camelproviders.core.operation.Operation.Payload;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.core.retry.RetrySafety;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BimpeaiOperationsTest {

    private static final Set<String> PATH_IDS = Set.of(
            "agentId",
            "integrationId",
            "toolId",
            "knowledgeBaseId",
            "workflowId",
            "conversationId",
            "messageId",
            "callId",
            "phoneNumberId");

    static List<Operation> rows() {
        return List.copyOf(BimpeaiOperations.TABLE.all());
    }

    @Test
    void holdsThe57OperationsOfTheConsoleAndOneOfTheFirstSdk() {
        assertThat(rows()).hasSize(58);
        assertThat(rows().stream().filter(row -> row.deprecation() != null))
                .extracting(Operation::name)
                .containsExactly("conversation-flows/list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agents/list                       | GET    | /agents",
                "agents/create                     | POST   | /agents",
                "agents/retrieve                   | GET    | /agents/1",
                "agents/update                     | PATCH  | /agents/1",
                "agents/delete                     | DELETE | /agents/1",
                "agents/update-live-status         | PATCH  | /agents/1/live-status",
                "agents/get-test-code              | GET    | /agents/1/deployment/agent-test-code",
                "integrations/list                 | GET    | /agents/1/integrations",
                "bimpeai-integrations/list         | GET    | /agents/1/integrations/bimpeai",
                "bimpeai-integrations/configure    | POST   | /agents/1/integrations/bimpeai/configure",
                "bimpeai-integrations/disconnect   | DELETE | /agents/1/integrations/bimpeai/2",
                "custom-apis/list                  | GET    | /agents/1/integrations/custom_api",
                "custom-apis/configure             | POST   | /agents/1/integrations/custom_api/configure",
                "custom-apis/disconnect            | DELETE | /agents/1/integrations/custom_api/2",
                "custom-api-tools/list             | GET    | /agents/1/integrations/custom_api/2/tools",
                "custom-api-tools/add              | POST   | /agents/1/integrations/custom_api/2/tools",
                "custom-api-tools/delete           | DELETE | /agents/1/integrations/custom_api/2/tools/3",
                "mcp-servers/list                  | GET    | /agents/1/integrations/mcp_server",
                "mcp-servers/configure             | POST   | /agents/1/integrations/mcp_server/configure",
                "mcp-servers/disconnect            | DELETE | /agents/1/integrations/mcp_server/2",
                "mcp-servers/discover              | POST   | /agents/1/integrations/mcp_server/2/discover",
                "mcp-servers/test                  | POST   | /agents/1/integrations/mcp_server/2/test",
                "mcp-server-tools/list             | GET    | /agents/1/integrations/mcp_server/2/tools",
                "pipedream/list                    | GET    | /agents/1/integrations/pipedream",
                "pipedream/configure               | POST   | /agents/1/integrations/pipedream/configure",
                "pipedream/disconnect              | DELETE | /agents/1/integrations/pipedream/2",
                "channels/list                     | GET    | /agents/1/channels",
                "actions/list                      | GET    | /agents/1/actions",
                "actions/enable                    | POST   | /agents/1/actions/enable",
                "actions/disable                   | POST   | /agents/1/actions/disable",
                "knowledge-bases/list              | GET    | /agents/1/knowledge_bases",
                "knowledge-bases/create            | POST   | /agents/1/knowledge_bases",
                "knowledge-bases/update            | PATCH  | /agents/1/knowledge_bases/2",
                "knowledge-bases/delete            | DELETE | /agents/1/knowledge_bases/2",
                "workflows/list                    | GET    | /workflows",
                "workflows/create                  | POST   | /workflows",
                "workflows/clone                   | POST   | /workflows/clone",
                "workflows/retrieve                | GET    | /workflows/1",
                "workflows/update                  | PATCH  | /workflows/1",
                "workflows/delete                  | DELETE | /workflows/1",
                "conversations/list                | GET    | /agents/1/conversations",
                "conversations/retrieve            | GET    | /agents/1/conversations/2",
                "conversations/send                | POST   | /agents/1/conversations/messages",
                "conversations/set-ai-status       | PATCH  | /agents/1/conversations/2/ai-status",
                "messages/list                     | GET    | /agents/1/conversations/2/messages",
                "messages/send                     | POST   | /agents/1/conversations/2/messages",
                "messages/retrieve                 | GET    | /agents/1/conversations/2/messages/3",
                "messages/stream-ticket            | POST   | /agents/1/conversations/2/stream-ticket",
                "messages/stream                   | GET    | /agents/1/conversations/2/stream",
                "calls/list                        | GET    | /agents/1/calls",
                "calls/make                        | POST   | /agents/1/calls",
                "calls/retrieve                    | GET    | /agents/1/calls/2",
                "phone-numbers/list                | GET    | /phone-numbers",
                "phone-numbers/retrieve            | GET    | /phone-numbers/1",
                "phone-numbers/update              | PATCH  | /phone-numbers/1",
                "phone-number-requests/list        | GET    | /phone-numbers/request",
                "phone-number-requests/create      | POST   | /phone-numbers/request",
                "conversation-flows/list           | GET    | /agents/1/conversation_flows",
            })
    void everyRowHasTheMethodAndPathOfTheContract(String name, String method, String path) {
        // given
        Operation row = BimpeaiOperations.TABLE.get(name);
        String expanded = row.path();
        int id = 0;
        for (Parameter parameter : row.parameters()) {
            if (parameter.place() == Parameter.Place.PATH) {
                id++;
                expanded = expanded.replace("{" + parameter.wireName() + "}", Integer.toString(id));
            }
        }

        // when, then
        assertThat(row.method()).isEqualTo(method);
        assertThat(expanded).isEqualTo(path);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsAreSafeAndWritesKeyed(Operation row) {
        boolean read = row.method().equals("GET");
        assertThat(row.repeat()).isEqualTo(read ? RetrySafety.SAFE : RetrySafety.KEYED);
        assertThat(row.can(Role.STREAM_CONSUMER)).isEqualTo(row.name().equals("messages/stream"));
        assertThat(row.can(Role.PRODUCER)).isEqualTo(!row.name().equals("messages/stream"));
        assertThat(row.can(Role.POLLING_CONSUMER)).isEqualTo(read && row.can(Role.PRODUCER));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void pathIdsHaveTheNamesThatUsersKnow(Operation row) {
        assertThat(row.parameters().stream()
                        .filter(parameter -> parameter.place() == Parameter.Place.PATH)
                        .map(Parameter::wireName))
                .allMatch(PATH_IDS::contains);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void requiredFieldsAreFieldsOfTheRequestRecord(Operation row) {
        if (row.payload().kind() == Payload.Kind.NONE) {
            assertThat(row.payload().required()).isEmpty();
            return;
        }
        assertThat(row.payload().model()).isRecord();
        assertThat(ProviderModel.class).isAssignableFrom(row.payload().model());
        Set<String> known = Json.standard().fields(row.payload().model()).names();
        assertThat(known).containsAll(row.payload().required());
        row.text().ifPresent(text -> assertThat(known).contains(text.wireName()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noSecretIsAnOptionOrAHeader(Operation row) {
        assertThat(row.parameters())
                .extracting(Parameter::wireName)
                .doesNotContain("token", "secret_key", "password", "api_key", "ticket", "auth_config");
    }

    @Test
    void pagedListsTakeTheirValuesInTheOrderOfTheContract() {
        assertThat(rows().stream().filter(Operation::paged))
                .extracting(Operation::name)
                .containsExactlyInAnyOrder(
                        "agents/list",
                        "workflows/list",
                        "conversations/list",
                        "messages/list",
                        "calls/list",
                        "phone-numbers/list",
                        "phone-number-requests/list");
        assertThat(BimpeaiOperations.TABLE.get("conversations/list").parameters())
                .extracting(Parameter::optionName)
                .containsExactly(
                        "agentId",
                        "page",
                        "limit",
                        "search",
                        "sort",
                        "channel",
                        "isTestChannel",
                        "isAiChatPaused",
                        "needsAttention");
    }
}
