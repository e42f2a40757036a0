/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a plain HTTP client sees of the fake. */
@ExtendWith(FakeChatroutesExtension.class)
class FakeChatroutesServerTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void refusesWhoHasNoKey(FakeChatroutesServer fake) throws Exception {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(fake.baseUrl() + "/conversations"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void writesAStreamAsTheServiceDoes(FakeChatroutesServer fake) throws Exception {
        fake.answerWith(content -> "Hello");
        String conversation = fake.addConversation("Trip");

        HttpResponse<String> response =
                send(fake, "POST", "/conversations/" + conversation + "/messages/stream", "{\"content\":\"Hi\"}");

        String[] lines = response.body().split("\n", -1);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(lines[0])
                .isEqualTo("data: {\"type\":\"content\",\"content\":\"Hel\",\"model\":\"gpt-5-2025-08-07\"}");
        assertThat(lines[2])
                .isEqualTo("data: {\"type\":\"content\",\"content\":\"lo\",\"model\":\"gpt-5-2025-08-07\"}");
        assertThat(lines[4]).startsWith("data: {\"type\":\"complete\",\"message\":{\"id\":");
        assertThat(lines[6]).isEqualTo("data: [DONE]");
        assertThat(lines).hasSize(9).contains("", org.assertj.core.data.Index.atIndex(1));
    }

    @Test
    void takesBothSpellingsOfAnEmptyBody(FakeChatroutesServer fake) throws Exception {
        String conversation = fake.addConversation("Trip");

        assertThat(send(fake, "PATCH", "/conversations/" + conversation, "").statusCode())
                .isEqualTo(200);
        assertThat(send(fake, "PATCH", "/conversations/" + conversation, "{}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void showsInAForkWhatStoodBeforeItAndMergesWhatCameAfter(FakeChatroutesServer fake) throws Exception {
        String conversation = fake.addConversation("Trip");
        String first = fake.addMessage(conversation, "user", "one");
        fake.addMessage(conversation, "user", "two");
        JsonNode fork = json(send(
                fake,
                "POST",
                "/conversations/" + conversation + "/fork",
                "{\"forkPointMessageId\":\"" + first + "\",\"title\":\"B\"}"));
        String branch = fork.at("/data/branch/id").asText();
        String path = "/conversations/" + conversation + "/branches/";
        send(fake, "POST", path + branch + "/messages", "{\"content\":\"what if\"}");
        String main = fork.at("/data/branch/parentBranchId").asText();

        JsonNode inFork = json(send(fake, "GET", path + branch + "/messages", ""));
        send(fake, "POST", path + branch + "/merge", "");
        JsonNode inMain = json(send(fake, "GET", path + main + "/messages", ""));

        assertThat(inFork.at("/data/messages").findValuesAsText("content"))
                .containsExactly("one", "what if", "You said: what if");
        assertThat(inMain.at("/data/messages").findValuesAsText("content"))
                .containsExactly("one", "two", "what if", "You said: what if");
    }

    @Test
    void keepsTheMainBranchAndRefusesSnakeCaseCheckpoints(FakeChatroutesServer fake) throws Exception {
        String conversation = fake.addConversation("Trip");
        String main = String.valueOf(fake.branches(conversation).get(0).get("id"));
        String message = fake.addMessage(conversation, "user", "one");

        assertThat(send(fake, "DELETE", "/conversations/" + conversation + "/branches/" + main, "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send(
                                fake,
                                "POST",
                                "/conversations/" + conversation + "/checkpoints",
                                "{\"branch_id\":\"" + main + "\",\"anchor_message_id\":\"" + message + "\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void appliesFaultsAsOftenAsScripted(FakeChatroutesServer fake) throws Exception {
        fake.faults().times(2, Fault.respond(503)).always(Fault.delay(Duration.ofMillis(50)));
        long begun = System.nanoTime();

        assertThat(send(fake, "GET", "/autobranch/health", "").statusCode()).isEqualTo(503);
        assertThat(send(fake, "GET", "/autobranch/health", "").statusCode()).isEqualTo(503);
        assertThat(send(fake, "GET", "/autobranch/health", "").statusCode()).isEqualTo(200);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        assertThat(fake.journal().total()).isEqualTo(3);
    }

    @Test
    void answersAsTheOfficialClientsRead(FakeChatroutesServer fake) throws Exception {
        JsonNode session =
                json(send(fake, "POST", "/auth/register", "{\"email\":\"a@example.org\",\"password\":\"p\"}"));
        String conversation = fake.addConversation("Trip");
        String branch = String.valueOf(fake.branches(conversation).get(0).get("id"));
        JsonNode sent =
                json(send(fake, "POST", "/conversations/" + conversation + "/messages", "{\"content\":\"Hi\"}"));
        String answer = sent.at("/data/message/id").asText();
        JsonNode checkpoint = json(send(
                fake,
                "POST",
                "/conversations/" + conversation + "/checkpoints",
                "{\"branchId\":\"" + branch + "\",\"anchorMessageId\":\"" + answer + "\"}"));
        JsonNode second =
                json(send(fake, "POST", "/conversations/" + conversation + "/messages", "{\"content\":\"And?\"}"));
        JsonNode tree = json(send(fake, "GET", "/conversations/" + conversation + "/tree", ""));

        assertThat(json(send(fake, "GET", "/auth/me", "")).at("/data/email").asText())
                .isEqualTo("key@example.org");
        String refresh = session.at("/data/tokens/refreshToken").asText();
        assertThat(json(send(fake, "POST", "/auth/refresh", "{\"refreshToken\":\"" + refresh + "\"}"))
                        .at("/data/accessToken")
                        .asText())
                .isNotEmpty();
        assertThat(checkpoint.at("/data/checkpoint/token_count").asInt()).isPositive();
        assertThat(checkpoint.at("/data/checkpoint/anchor_message_id").asText()).isEqualTo(answer);
        JsonNode metadata = second.at("/data/message/metadata");
        assertThat(metadata.path("checkpoint_used").asBoolean()).isTrue();
        assertThat(metadata.path("context_message_count").asInt()).isEqualTo(3);
        assertThat(tree.at("/data/tree/content").asText()).isEqualTo("Hi");
        assertThat(tree.at("/data/tree/children/0/id").asText()).isEqualTo(answer);
        assertThat(json(send(fake, "GET", "/conversations?page=1", "")).at("/data/conversations"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "GET|/conversations?page=0||400",
                "GET|/conversations?limit=-1||400",
                "GET|/conversations?filter=mine||400",
                "POST|/conversations|{'title':'T','model':'gpt-2'}|500",
                "POST|/conversations|{'title':{'text':'T'}}|400",
                "POST|C/messages|{'content':'Hi','model':'gpt-2'}|500",
                "POST|C/messages|{'content':'Hi','temperature':3}|400",
                "POST|C/messages|{'content':'Hi','temperature':1.5,'model':'claude-opus-4'}|400",
                "POST|C/messages|{'content':'Hi','maxTokens':-5}|400",
                "POST|C/messages|{'content':['Hi']}|400",
                "POST|C/messages|{'content':'Hi','branchId':'br_never'}|404",
                "POST|C/branches|{'title':'B','contextMode':'ALL'}|400",
                "POST|C/branches|{'title':'B','baseNodeId':'msg_never'}|404",
                "POST|C/fork|{'title':'B','forkPointMessageId':'msg_never'}|404",
                "POST|/autobranch/suggest-branches|{'text':'T','suggestionsCount':11}|400",
                "POST|/autobranch/suggest-branches|{'text':'T','threshold':2}|400",
                "PUT|/conversations|{'title':'T'}|404",
                "POST|/nothing|{}|404",
            })
    void refusesWhatTheServiceRefusesInItsOwnFormat(
            String method, String path, String body, int status, FakeChatroutesServer fake) throws Exception {
        String conversation = "/conversations/" + fake.addConversation("Trip");

        HttpResponse<String> response =
                send(fake, method, path.replaceFirst("^C", conversation), body == null ? "" : body.replace('\'', '"'));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("success").asBoolean(true)).isFalse();
        assertThat(json(response).path("error").asText()).isNotEmpty();
    }

    @Test
    void refusesOtherContentTypesAndReportsAKeyWhereNoneIsNeeded(FakeChatroutesServer fake) throws Exception {
        HttpResponse<String> text = http.send(
                HttpRequest.newBuilder(URI.create(fake.baseUrl() + "/conversations"))
                        .header("Authorization", "ApiKey " + FakeChatroutesServer.API_KEY)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"title\":\"T\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        send(fake, "POST", "/auth/login", "{\"email\":\"a@example.org\",\"password\":\"p\"}");

        assertThat(text.statusCode()).isEqualTo(400);
        assertThat(fake.violations()).containsExactly("auth/login: needs no Authorization and must not get one");
    }

    private HttpResponse<String> send(FakeChatroutesServer fake, String method, String path, String body)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(fake.baseUrl() + path))
                .header("Authorization", "ApiKey " + FakeChatroutesServer.API_KEY)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new ObjectMapper().readTree(response.body());
    }
}
