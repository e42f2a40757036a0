/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.bimpeai.operation.BimpeaiOperations;
import io.camelproviders.core.json.Json;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Request.Header;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation through Camel against the fake console, in an order in which one leaves what the next needs: what goes
 * over the wire is what the contract says, byte for byte, and the answer can be read.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireFormatTest {

    private static final String UUID_4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    /** Operation, options, message body, request line below the prefix, request body, name for the id that comes back. */
    private static final String ROWS = """
            agents/list|page=1&limit=50&search=RAW(a+b c&d)&sort=-created_at||GET /agents?page=1&limit=50&search=a%2Bb+c%26d&sort=-created_at|
            workflows/list|paging=page||GET /workflows?page=1||workflow
            agents/create||{"workflow_id":"<workflow>", "name":"Zoë", "description":"d"}|POST /agents|{"workflow_id":"<workflow>","name":"Zoë","description":"d"}|other
            agents/retrieve|agentId=<agent>||GET /agents/<agent>|
            agents/update|agentId=<agent>|{"name":"n"}|PATCH /agents/<agent>|{"name":"n"}
            agents/delete|agentId=<other>||DELETE /agents/<other>|
            agents/update-live-status|agentId=<agent>|{"status":"live","statusReason":"r"}|PATCH /agents/<agent>/live-status|{"status":"live","status_reason":"r"}
            agents/get-test-code|agentId=<agent>||GET /agents/<agent>/deployment/agent-test-code|
            bimpeai-integrations/configure|agentId=<agent>|{"type":"stripe","secret_key":"sk"}|POST <i>/bimpeai/configure|{"type":"stripe","secret_key":"sk"}
            bimpeai-integrations/list|agentId=<agent>||GET <i>/bimpeai||stripe
            custom-apis/configure|agentId=<agent>|{"name":"c"}|POST <i>/custom_api/configure|{"name":"c"}|custom
            custom-apis/list|agentId=<agent>||GET <i>/custom_api|
            custom-api-tools/add|agentId=<agent>&integrationId=<custom>|{"name":"t","http_method":"GET","url_template":"/t"}|POST <i>/custom_api/<custom>/tools|{"name":"t","http_method":"GET","url_template":"/t"}|tool
            custom-api-tools/list|agentId=<agent>&integrationId=<custom>||GET <i>/custom_api/<custom>/tools|
            custom-api-tools/delete|agentId=<agent>&integrationId=<custom>&toolId=<tool>||DELETE <i>/custom_api/<custom>/tools/<tool>|
            mcp-servers/configure|agentId=<agent>&param.name=m|{"server_url":"http://m"}|POST <i>/mcp_server/configure|{"server_url":"http://m","name":"m"}|mcp
            mcp-servers/list|agentId=<agent>||GET <i>/mcp_server|
            mcp-servers/discover|agentId=<agent>&integrationId=<mcp>||POST <i>/mcp_server/<mcp>/discover|
            mcp-servers/test|agentId=<agent>&integrationId=<mcp>||POST <i>/mcp_server/<mcp>/test|
            mcp-server-tools/list|agentId=<agent>&integrationId=<mcp>||GET <i>/mcp_server/<mcp>/tools|
            pipedream/configure|agentId=<agent>|{"app_slug":"s"}|POST <i>/pipedream/configure|{"app_slug":"s"}
            pipedream/list|agentId=<agent>||GET <i>/pipedream||app
            integrations/list|agentId=<agent>||GET <i>|
            bimpeai-integrations/disconnect|agentId=<agent>&integrationId=<stripe>||DELETE <i>/bimpeai/<stripe>|
            custom-apis/disconnect|agentId=<agent>&integrationId=<custom>||DELETE <i>/custom_api/<custom>|
            mcp-servers/disconnect|agentId=<agent>&integrationId=<mcp>||DELETE <i>/mcp_server/<mcp>|
            pipedream/disconnect|agentId=<agent>&integrationId=<app>||DELETE <i>/pipedream/<app>|
            channels/list|agentId=<agent>||GET /agents/<agent>/channels|
            actions/list|agentId=<agent>||GET /agents/<agent>/actions||action
            actions/enable|agentId=<agent>|{"action_ids":["<action>"]}|POST /agents/<agent>/actions/enable|{"action_ids":["<action>"]}
            actions/disable|agentId=<agent>|{"actionIds":["<action>"]}|POST /agents/<agent>/actions/disable|{"action_ids":["<action>"]}
            knowledge-bases/create|agentId=<agent>|{"type":"text","name":"k","content":"日本"}|POST /agents/<agent>/knowledge_bases|{"type":"text","name":"k","content":"日本"}|kb
            knowledge-bases/list|agentId=<agent>||GET /agents/<agent>/knowledge_bases|
            knowledge-bases/update|agentId=<agent>&knowledgeBaseId=<kb>|{"description":null}|PATCH /agents/<agent>/knowledge_bases/<kb>|{"description":null}
            knowledge-bases/delete|agentId=<agent>&knowledgeBaseId=<kb>||DELETE /agents/<agent>/knowledge_bases/<kb>|
            workflows/create||{"name":"n","system_prompt":"s"}|POST /workflows|{"name":"n","system_prompt":"s"}
            workflows/clone||{"source_workflow_id":"<workflow>"}|POST /workflows/clone|{"source_workflow_id":"<workflow>"}|copy
            workflows/retrieve|workflowId=<copy>||GET /workflows/<copy>|
            workflows/update|workflowId=<copy>|{"name":"m"}|PATCH /workflows/<copy>|{"name":"m"}
            workflows/delete|workflowId=<copy>||DELETE /workflows/<copy>|
            conversations/list|agentId=<agent>&page=1&channel=whatsapp&needsAttention=false||GET /agents/<agent>/conversations?page=1&channel=whatsapp&needs_attention=false|
            conversations/retrieve|agentId=<agent>&conversationId=<conversation>||GET <c>|
            conversations/send|agentId=<agent>&param.conversation_id=<conversation>|{"a": text}|POST /agents/<agent>/conversations/messages|{"message":"{\\"a\\": text}","conversation_id":"<conversation>"}
            conversations/set-ai-status|agentId=<agent>&conversationId=<conversation>|{"is_ai_chat_paused":true}|PATCH <c>/ai-status|{"is_ai_chat_paused":true}
            messages/list|agentId=<agent>&conversationId=<conversation>||GET <c>/messages?page=1||message
            messages/send|agentId=<agent>&conversationId=<conversation>|Hi & bye|POST <c>/messages|{"message":"Hi & bye"}
            messages/retrieve|agentId=<agent>&conversationId=<conversation>&messageId=<message>||GET <c>/messages/<message>|
            messages/stream-ticket|agentId=<agent>&conversationId=<conversation>||POST <c>/stream-ticket|
            calls/make|agentId=<agent>|{"destination":"+1","is_test_call":true}|POST /agents/<agent>/calls|{"destination":"+1","is_test_call":true}
            calls/list|agentId=<agent>&status=queued||GET /agents/<agent>/calls?page=1&status=queued||call
            calls/retrieve|agentId=<agent>&callId=<call>||GET /agents/<agent>/calls/<call>|
            phone-numbers/list|page=1||GET /phone-numbers?page=1|
            phone-numbers/retrieve|phoneNumberId=<phone>||GET /phone-numbers/<phone>|
            phone-numbers/update|phoneNumberId=<phone>|{"agent_id":null}|PATCH /phone-numbers/<phone>|{"agent_id":null}
            phone-number-requests/list|page=1||GET /phone-numbers/request?page=1|
            phone-number-requests/create||{"business_name":"b","intended_use":"i","region":"ng","agent_count":1,"outbound_minutes":1}|POST /phone-numbers/request|{"business_name":"b","intended_use":"i","region":"ng","agent_count":1,"outbound_minutes":1}
            conversation-flows/list|agentId=<agent>||GET /agents/<agent>/conversation_flows|
            """;

    private final Map<String, String> names = new LinkedHashMap<>();
    private CallTestSupport rig;

    @BeforeAll
    void start() {
        rig = new CallTestSupport();
        rig.server.customerSays(rig.conversation, "Hello");
        names.put("i", "/agents/" + rig.agent + "/integrations");
        names.put("c", "/agents/" + rig.agent + "/conversations/" + rig.conversation);
        names.put("agent", rig.agent);
        names.put("conversation", rig.conversation);
        names.put("phone", rig.server.addPhoneNumber("+2348000000000"));
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    static List<String> rows() {
        return ROWS.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysOverTheWireWhatTheContractSays(String row) {
        // given
        String[] parts = row.split("\\|", -1);
        String options = fill(parts[1]);
        String uri = "bimpeai:" + parts[0] + (options.isEmpty() ? "" : "?" + options);
        rig.server.journal().clear();

        // when
        Exchange exchange = rig.send(uri, parts[2].isEmpty() ? null : fill(parts[2]));

        // then
        assertThat(exchange.getException()).isNull();
        Request request = rig.requests().get(0);
        assertThat(request.method() + " " + request.target())
                .isEqualTo(fill(parts[3]).replaceFirst(" ", " /api/v1/console"));
        assertThat(request.bodyText()).isEqualTo(fill(parts[4]));
        checkHeaders(request);
        if (parts.length > 5) {
            names.put(parts[5], id(exchange.getMessage().getBody()));
        }
    }

    private void checkHeaders(Request request) {
        boolean write = !request.method().equals("GET");
        boolean body = request.body().length > 0;
        Set<String> expected = new TreeSet<>(Set.of("authorization", "accept", "user-agent", "x-request-id", "host"));
        if (body) {
            expected.add("content-type");
            assertThat(request.header("Content-Type")).contains("application/json");
        }
        if (write) {
            expected.add("idempotency-key");
            assertThat(request.header("Idempotency-Key").orElseThrow()).matches(UUID_4);
        }
        if (body || request.method().equals("POST")) {
            expected.add("content-length");
            assertThat(request.header("Content-Length")).contains(Integer.toString(request.body().length));
        }
        Set<String> sent = new TreeSet<>();
        request.headers().stream().map(Header::name).forEach(name -> sent.add(name.toLowerCase(Locale.ROOT)));
        sent.removeAll(Set.of("connection", "accept-encoding"));
        assertThat(sent).isEqualTo(expected);
        assertThat(request.header("Authorization")).contains("Bearer " + rig.server.apiKey());
        assertThat(request.header("Accept")).contains("application/json");
        assertThat(request.header("X-Request-Id").orElseThrow()).matches(UUID_4);
        assertThat(new String(request.raw(), StandardCharsets.ISO_8859_1)).contains(" HTTP/1.1\r\n");
    }

    @Test
    void aStreamCarriesItsTicketAndNeitherKeyNorIds() throws Exception {
        // given
        rig.server.journal().clear();
        Consumer consumer = rig.context
                .getEndpoint("bimpeai:messages/stream?agentId=" + rig.agent + "&conversationId=" + rig.conversation
                        + "&after=2026-01-01T00:00:00Z")
                .createConsumer(exchange -> {});

        // when
        consumer.start();
        StreamTestSupport.await(() -> rig.server.openStreams() > 0);

        // then
        List<Request> streams =
                rig.server.journal().matching(request -> request.path().endsWith("/stream"));
        assertThat(streams.get(0).query().keySet()).containsExactly("ticket", "after");
        Set<String> sent = new TreeSet<>();
        streams.get(0).headers().stream().map(Header::name).forEach(name -> sent.add(name.toLowerCase(Locale.ROOT)));
        assertThat(sent)
                .contains("accept", "user-agent", "host")
                .doesNotContain("authorization", "x-request-id", "idempotency-key", "last-event-id");
        assertThat(streams.get(0).header("Accept")).contains("text/event-stream");
        consumer.stop();
    }

    @Test
    void noRowIsForgotten() {
        Set<String> walked = new TreeSet<>();
        rows().forEach(row -> walked.add(row.substring(0, row.indexOf('|'))));
        walked.add(BimpeaiOperations.STREAM);

        assertThat(walked)
                .isEqualTo(new TreeSet<>(BimpeaiOperations.TABLE.names()))
                .hasSize(58);
    }

    private String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("<" + name.getKey() + ">", name.getValue());
        }
        return filled;
    }

    private static String id(Object body) {
        JsonNode tree = Json.standard().tree(body);
        return (tree.isArray() ? tree.path(0) : tree).path("id").asText();
    }
}
