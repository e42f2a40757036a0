/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every operation of the contract answers with its data; the stream has its own tests. */
@ExtendWith(FakeBimpeaiExtension.class)
class ServedOperationsTest {

    /** Method, path, body; names in angle brackets are ids, {@code =name} keeps the id of what was made. */
    private static final String ROWS = """
            GET /agents
            POST /agents {"workflow_id":"<w>","name":"n","description":"d"} =other
            GET /agents/<other>
            PATCH <a> {"persona":"concise"}
            DELETE /agents/<other>
            PATCH <a>/live-status {"status":"live"}
            GET <a>/deployment/agent-test-code
            POST <i>/bimpeai/configure {"type":"stripe"}
            GET <i>/bimpeai =stripe
            POST <i>/custom_api/configure {"name":"c"} =custom
            GET <i>/custom_api
            POST <i>/custom_api/<custom>/tools {"name":"t","http_method":"GET","url_template":"/t"} =tool
            GET <i>/custom_api/<custom>/tools
            DELETE <i>/custom_api/<custom>/tools/<tool>
            POST <i>/mcp_server/configure {"name":"m","server_url":"http://m"} =mcp
            GET <i>/mcp_server
            POST <i>/mcp_server/<mcp>/discover
            POST <i>/mcp_server/<mcp>/test
            GET <i>/mcp_server/<mcp>/tools
            POST <i>/pipedream/configure {"app_slug":"s"}
            GET <i>/pipedream =app
            GET <i>
            DELETE <i>/bimpeai/<stripe>
            DELETE <i>/custom_api/<custom>
            DELETE <i>/mcp_server/<mcp>
            DELETE <i>/pipedream/<app>
            GET <a>/channels
            GET <a>/actions =action
            POST <a>/actions/enable {"action_ids":["<action>"]}
            POST <a>/actions/disable {"action_ids":["<action>"]}
            POST <a>/knowledge_bases {"type":"text","name":"k","content":"c"} =kb
            GET <a>/knowledge_bases
            PATCH <a>/knowledge_bases/<kb> {"description":null}
            DELETE <a>/knowledge_bases/<kb>
            GET /workflows?scope=owned
            POST /workflows {"name":"n","system_prompt":"s"}
            POST /workflows/clone {"source_workflow_id":"<w>"} =copy
            GET /workflows/<copy>
            PATCH /workflows/<copy> {"name":"m"}
            DELETE /workflows/<copy>
            GET <a>/conversations
            GET <c>
            POST <a>/conversations/messages {"message":"m","conversation_id":"<conversation>"}
            PATCH <c>/ai-status {"is_ai_chat_paused":true}
            GET <c>/messages =message
            POST <c>/messages {"message":"m"}
            GET <c>/messages/<message>
            POST <c>/stream-ticket
            POST <a>/calls {"destination":"+1","is_test_call":true}
            GET <a>/calls?status=queued =call
            GET <a>/calls/<call>
            GET /phone-numbers
            GET /phone-numbers/<phone>
            PATCH /phone-numbers/<phone> {"agent_id":null}
            GET /phone-numbers/request
            POST /phone-numbers/request {"business_name":"b","intended_use":"i","region":"ng","agent_count":1,"outbound_minutes":1}
            GET <a>/conversation_flows
            """;

    private final Map<String, String> names = new LinkedHashMap<>();
    private ConsoleClient client;

    @BeforeEach
    void seed(FakeBimpeaiServer fake) throws Exception {
        client = new ConsoleClient(fake);
        String agent = fake.addAgent();
        String conversation = fake.addConversation(agent);
        fake.customerSays(conversation, "Hi");
        names.put("i", "/agents/" + agent + "/integrations");
        names.put("c", "/agents/" + agent + "/conversations/" + conversation);
        names.put("a", "/agents/" + agent);
        names.put("conversation", conversation);
        names.put("phone", fake.addPhoneNumber("+2348000000000"));
        names.put("w", client.data("GET", "/workflows", "").path(0).path("id").asText());
    }

    @Test
    void answersEachWithData() throws Exception {
        // given
        List<String> rows = ROWS.lines().toList();

        // when
        List<String> failed = new ArrayList<>();
        for (String row : rows) {
            HttpResponse<String> response = run(row);
            if (response.statusCode() / 100 != 2
                    || !ConsoleClient.json(response).has("data")) {
                failed.add(row + " -> " + response.statusCode() + " " + response.body());
            }
        }

        // then
        assertThat(failed).isEmpty();
        assertThat(rows).as("56 calls, and the flows of the first SDK").hasSize(57);
    }

    @Test
    void answersTheOldCallListWith501AndTheOldStreamPathWith404() throws Exception {
        assertThat(client.call("GET", "/calls", "").statusCode()).isEqualTo(501);
        assertThat(client.call("GET", names.get("c") + "/messages/stream", "").statusCode())
                .isEqualTo(404);
        assertThat(client.call("GET", "/agents/none", "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> run(String row) throws Exception {
        String[] parts = row.split(" ", -1);
        String body = parts.length > 2 && parts[2].startsWith("{") ? parts[2] : "";
        HttpResponse<String> response = client.call(parts[0], fill(parts[1]), fill(body));
        String last = parts[parts.length - 1];
        if (last.startsWith("=")) {
            JsonNode data = ConsoleClient.json(response).path("data");
            names.put(
                    last.substring(1),
                    (data.isArray() ? data.path(0) : data).path("id").asText());
        }
        return response;
    }

    private String fill(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("<" + name.getKey() + ">", name.getValue());
        }
        return filled;
    }
}
