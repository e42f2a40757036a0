/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeBimpeaiServerTest {

    @RegisterExtension
    private final FakeBimpeaiExtension extension = new FakeBimpeaiExtension();

    private FakeBimpeaiServer fake;
    private ConsoleClient client;
    private String agent;
    private String conversation;

    @BeforeEach
    void seed(FakeBimpeaiServer injected) {
        fake = injected;
        client = new ConsoleClient(fake);
        agent = fake.addAgent();
        conversation = fake.addConversation(agent);
    }

    @Test
    void answersInAnEnvelopeAndEchoesTheRequestId() throws Exception {
        // when
        HttpResponse<String> response = client.call("GET", "/agents/" + agent, "", "X-Request-Id", "r-1");

        // then
        assertThat(extension.server()).isSameAs(fake);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("x-request-id")).contains("r-1");
        JsonNode body = ConsoleClient.json(response);
        assertThat(body.path("message").isTextual()).isTrue();
        assertThat(body.path("data").path("id").asText()).isEqualTo(agent);
        assertThat(body.path("data").path("channels")).hasSize(1);
    }

    @Test
    void refusesAMissingAndAWrongKey() throws Exception {
        // when
        HttpResponse<String> missing = client.bare("/agents");
        HttpResponse<String> wrong = client.call("GET", "/agents", "", "Authorization", "Bearer sk_wrong");

        // then
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(ConsoleClient.json(missing).path("code").asText()).isEqualTo("api_key_missing");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(ConsoleClient.json(wrong).path("code").asText()).isEqualTo("api_key_invalid");
    }

    @Test
    void pagesSortsAndFilters() throws Exception {
        // given
        for (int i = 0; i < 44; i++) {
            fake.addConversation(
                    agent,
                    ResponseViews.object()
                            .put("channel_user_id", "u" + (10 + i))
                            .put("needs_attention", i % 2 == 0));
        }

        // when
        JsonNode last = ConsoleClient.json(client.call("GET", "/agents/" + agent + "/conversations?page=3", ""));
        JsonNode found = ConsoleClient.json(client.call(
                "GET",
                "/agents/" + agent
                        + "/conversations?page=1&limit=5&search=u&sort=-channel_user_id&channel=whatsapp&needs_attention=true",
                ""));
        JsonNode none =
                ConsoleClient.json(client.call("GET", "/agents/" + agent + "/conversations?channel=test_webchat", ""));

        // then
        assertThat(last.path("data")).hasSize(5);
        assertThat(last.path("meta").toString())
                .isEqualTo("{\"total_count\":45,\"page_count\":3,\"current_page\":3,\"limit\":20,"
                        + "\"has_next_page\":false,\"has_previous_page\":true}");
        assertThat(found.path("data").findValuesAsText("channel_user_id"))
                .containsExactly("u52", "u50", "u48", "u46", "u44");
        assertThat(found.path("meta").path("has_next_page").asBoolean()).isTrue();
        assertThat(none.path("meta").path("page_count").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/agents?page=0,'',page: must be a positive integer",
        "GET,/workflows?scope=all,'','scope: must be one of owned, public, accessible'",
        "POST,/agents,'{\"name\":\"\",\"workflow_id\":\"w\",\"description\":\"d\"}',name: must not be empty",
        "POST,/agents/A/conversations/C/messages,'{\"role\":\"user\"}',message: is required",
        "PATCH,/agents/A/conversations/C/ai-status,'{\"is_ai_chat_paused\":\"yes\"}',is_ai_chat_paused: must be of type bool",
        "PATCH,/agents/A/live-status,'{\"status\":\"dead\"}','status: must be one of development, live, paused'",
        "POST,/agents/A/knowledge_bases,'{\"type\":\"url\",\"name\":\"n\"}',url: is required",
        "GET,/agents/A/conversations?channel=fax,'','channel: must be one of whatsapp, webchat, telephony, test_whatsapp, test_webchat, test_telephony'",
        "GET,/agents/A/conversations?needs_attention=maybe,'','needs_attention: must be one of true, false'",
        "GET,/agents/A/calls?status=lost,'','status: must be one of queued, ringing, answered, ended, busy, failed, cancelled'",
        "POST,/agents/A/conversations/C/messages,'{\"message\":{\"text\":\"Hi\"}}',message: must be of type string",
        "POST,/workflows,'{\"name\":\"n\",\"system_prompt\":\"s\",\"rules\":[{\"id\":\"1\"}]}',rules.0.name: is required",
        "POST,/workflows,'{\"name\":\"n\",\"system_prompt\":\"s\",\"setup_time\":-1}',setup_time: must not be less than 0.0",
        "POST,/phone-numbers/request,'{\"business_name\":\"b\",\"intended_use\":\"i\",\"region\":\"ng\",\"agent_count\":-1,\"outbound_minutes\":1}',agent_count: must not be less than 0.0",
    })
    void refusesWhatDoesNotFitTheContract(String method, String path, String body, String problem) throws Exception {
        // when
        HttpResponse<String> response =
                client.call(method, path.replace("A/", agent + "/").replace("/C/", "/" + conversation + "/"), body);

        // then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(ConsoleClient.json(response).path("code").asText()).isEqualTo("validation_error");
        assertThat(ConsoleClient.json(response).path("message").path(0).asText())
                .isEqualTo(problem);
    }

    @Test
    void opensAStreamByGetAndTicketOnly() throws Exception {
        String path = "/agents/" + agent + "/conversations/" + conversation + "/stream?ticket=";

        assertThat(client.call("POST", path + client.ticket(agent, conversation), "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.call("DELETE", path + client.ticket(agent, conversation), "")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> withKey = client.call("GET", path + client.ticket(agent, conversation), "");
        assertThat(withKey.statusCode()).isEqualTo(400);
        assertThat(withKey.body()).contains("without Authorization");
    }

    @Test
    void refusesOtherContentTypes() throws Exception {
        HttpResponse<String> response = client.call(
                "POST",
                "/agents/" + agent + "/conversations/" + conversation + "/messages",
                "{\"message\":\"Hi\"}",
                "Content-Type",
                "text/plain");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(ConsoleClient.json(response).path("code").asText()).isEqualTo("bad_request");
    }

    @Test
    void listsWhatTheServiceWouldNotNotice() throws Exception {
        String path = "/agents/" + agent + "/conversations/" + conversation + "/messages";
        client.call("POST", path, "{\"message\":\"Hi\",\"attachments\":[]}");
        client.call("GET", path, "", "Idempotency-Key", "k");
        client.call("GET", path + "?key=" + fake.apiKey(), "");

        assertThat(fake.violations())
                .containsExactly(
                        "messages/send: the body has an unknown field attachments",
                        "messages/list: a read must not carry an Idempotency-Key",
                        "messages/list: the API key must not be in the query");
    }

    @Test
    void showsTheSameStatusOfAnIntegrationInBothLists() throws Exception {
        String path = "/agents/" + agent + "/integrations";
        client.data("POST", path + "/bimpeai/configure", "{\"type\":\"stripe\"}");

        JsonNode own = client.data("GET", path + "/bimpeai", "").path(0);
        JsonNode all = client.data("GET", path, "").path(0);

        assertThat(all.path("status").asText()).isEqualTo(own.path("status").asText());
        assertThat(all.path("is_connected")).isEqualTo(own.path("is_connected"));
    }

    @Test
    void waitsForAStreamOfAConversation() throws Exception {
        var body = client.stream(agent, conversation, "").body();

        fake.awaitStream(conversation);

        assertThat(fake.openStreams(conversation)).isEqualTo(1);
        body.close();
    }

    @Test
    void answersAKnownIdempotencyKeyFromMemoryAndRefusesItForAnotherWrite() throws Exception {
        // given
        String path = "/agents/" + agent + "/conversations/" + conversation + "/messages";
        HttpResponse<String> first = client.call("POST", path, "{\"message\":\"On it\"}", "Idempotency-Key", "k1");

        // when
        HttpResponse<String> second = client.call("POST", path, "{\"message\":\"On it\"}", "Idempotency-Key", "k1");
        HttpResponse<String> other = client.call("POST", path, "{\"message\":\"Other\"}", "Idempotency-Key", "k1");

        // then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(fake.replies(conversation)).containsExactly("On it");
        assertThat(fake.repeatedWrites()).isEqualTo(1);
    }

    @Test
    void startsAConversationForANewChannelAddressAndFindsItAgain() throws Exception {
        // given
        String path = "/agents/" + agent + "/conversations/messages";
        String body = "{\"message\":\"Hi\",\"channel_type\":\"webchat\",\"channel_user_id\":\"v1\"}";

        // when
        JsonNode first = client.data("POST", path, body);
        client.data("POST", path, body);

        // then
        assertThat(first.has("conversation_id")).isFalse();
        JsonNode found = client.data("GET", "/agents/" + agent + "/conversations?channel=webchat", "");
        assertThat(found).hasSize(1);
        assertThat(fake.messages(found.path(0).path("id").asText())).hasSize(2);
    }
}
