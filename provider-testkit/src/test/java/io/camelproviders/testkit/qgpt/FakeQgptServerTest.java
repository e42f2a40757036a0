/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.testkit.ApiClient;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@ExtendWith(FakeQgptExtension.class)
class FakeQgptServerTest {

    private static final String FRAGMENT =
            "{'seed':{'type':'SEEDED_ASSET','asset':{'format':{'fragment':{'string':{'raw':'x'}}}}}}";

    private FakeQgptServer server;
    private ApiClient client;

    @BeforeEach
    void start(FakeQgptServer injected) {
        server = injected;
        client = new ApiClient(injected, "");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @Test
    void describesModelsAndTheUserAsTheOfficialClientsReadThem() throws Exception {
        JsonNode model = client.json("GET", "/models", "").at("/iterable/0");
        JsonNode user = client.json("GET", "/user", "").path("user");

        assertThat(model.at("/created/value").asText()).isNotEmpty();
        assertThat(model.path("version").asText()).isNotEmpty();
        assertThat(model.path("type").asText()).isEqualTo("ACCURACY");
        assertThat(model.path("usage").asText()).isEqualTo("CODE_CONVERSATION");
        assertThat(user.path("id").asText()).isNotEmpty();
        assertThat(user.path("aesthetics").isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'paths':['/a']",
                "'options':{'database':true}",
                "'temporal':{'workstreams':{'iterable':[{'id':'w1'}]}}",
                "'assets':{'iterable':[{'id':'a1'}]}"
            })
    void findsSeedsInASearchSpaceAndAnswersQuestionsAboutThem(String space) throws Exception {
        JsonNode found = client.json("POST", "/qgpt/relevance", json("{'query':'q'," + space + "}"));
        JsonNode seed = found.at("/relevant/iterable/0");

        assertThat(seed.at("/seed/asset/format/fragment/string/raw").asText()).isNotEmpty();
        JsonNode answer = client.json(
                "POST",
                "/qgpt/question",
                json("{'query':'Why?','relevant':{'iterable':[{'id':'")
                        + seed.path("id").asText()
                        + json("'}]}}"));
        assertThat(answer.at("/answers/iterable/0/text").asText()).isEqualTo("You asked: Why?");
    }

    @Test
    void findsNothingWithoutASearchSpace() throws Exception {
        assertThat(client.json("POST", "/qgpt/relevance", json("{'query':'q'}")).at("/relevant/iterable"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "/qgpt/question|{'query':'q','relevant':{'iterable':[{}]}}|500|qGPT Question Endpoint failed.",
                "/qgpt/question|{'query':'q','relevant':{'iterable':[{'id':'never issued'}]}}|500|qGPT Question Endpoint failed.",
                "/qgpt/question|{'query':'q','relevant':{'iterable':[]},'model':'unknown'}|500|qGPT Question Endpoint failed.",
                "/qgpt/question|{'query':{'text':'q'},'relevant':{'iterable':[]}}|500|qGPT Question Endpoint failed.",
                "/qgpt/question|{'query':'q'}|500|qGPT Question Endpoint failed.",
                "/qgpt/hints|{'relevant':{'iterable':[{'path':'/a'}]}}|500|qGPT Hints Endpoint failed.",
                "/qgpt/relevance|{'paths':['/a']}|500|qGPT Relevance Endpoint failed.",
                "/qgpt/relevance|{'query':'q','paths':'/a'}|500|qGPT Relevance Endpoint failed.",
                "/qgpt/relevance|{'query':'q','options':{'database':'yes'}}|500|qGPT Relevance Endpoint failed.",
                "/qgpt/reprompt|{'query':'q','conversation':{'iterable':[]}}|500|qGPT Reprompt Endpoint failed.",
                "/qgpt/reprompt|{'query':'q','conversation':{'iterable':[{'text':'t','role':'BOSS','timestamp':{}}]}}|500|qGPT Reprompt Endpoint failed.",
                "/connect|{'application':{'name':'OPEN_SOURCE','platform':'TOASTER','version':'1'}}|400|the application is not accepted",
                "/conversations/create|{'type':'CHAT'}|500|It did not work.",
                "/qgpt/nothing|{}|404|Route not found",
            })
    void refusesWhatTheServerCannotWorkWithInPlainText(String path, String body, int status, String sentence)
            throws Exception {
        HttpResponse<String> response = client.call("POST", path, json(body));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(response.body()).isEqualTo(sentence);
    }

    @Test
    void acceptsASeedThatBringsItsFragmentAndAnAddedModel() throws Exception {
        server.addModel("mine");

        JsonNode answer = client.json(
                "POST",
                "/qgpt/question",
                json("{'query':'q','model':'mine','relevant':{'iterable':[" + FRAGMENT + "]}}"));

        assertThat(answer.path("answers").path("iterable")).hasSize(1);
    }

    @Test
    void refusesOtherContentTypesAndMethodsAndIdsNeverIssued() throws Exception {
        String body = json("{'query':'q','relevant':{'iterable':[]}}");

        assertThat(client.call("POST", "/qgpt/question", body, "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(500);
        assertThat(client.call("GET", "/qgpt/question", "").statusCode()).isEqualTo(404);
        assertThat(client.call("GET", "/conversation/none", "").statusCode()).isEqualTo(410);
        assertThat(client.call("GET", "/conversation/none/messages", "").statusCode())
                .isEqualTo(500);
        assertThat(client.call("GET", "/message/none", "").statusCode()).isEqualTo(410);
        assertThat(client.call("GET", "/qgpt/stream", "").statusCode()).isEqualTo(400);
    }

    @Test
    void listsWhatTheServerWouldNotNotice() throws Exception {
        client.json("POST", "/qgpt/persons/related?transferables=yes", "{}");

        assertThat(server.violations()).containsExactly("persons/related: transferables must be true or false");
    }

    /** A socket of questions whose messages can be taken one by one. */
    private static final class Questions implements WebSocket.Listener {

        private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
        private final WebSocket socket;

        Questions(FakeQgptServer server) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create(server.baseUrl().replace("http", "ws") + "/qgpt/stream"), this)
                    .join();
        }

        Questions send(String message) {
            socket.sendText(json(message), true).join();
            return this;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            messages.add(Json.read(data.toString()));
            from.request(1);
            return null;
        }

        JsonNode next() throws InterruptedException {
            return messages.poll(30, TimeUnit.SECONDS);
        }

        JsonNode last() throws InterruptedException {
            JsonNode message = next();
            while (message.path("status").asText().equals("IN-PROGRESS")) {
                message = next();
            }
            return message;
        }
    }

    @Test
    void answersAResetWithReset() throws Exception {
        server.answerNext(QgptAnswer.of("a", "b").with(Fault.stallAfter(1)));
        Questions questions = new Questions(server).send("{'question':{'query':'q','relevant':{'iterable':[]}}}");
        questions.next();

        assertThat(questions.send("{'reset':true}").next().path("status").asText())
                .isEqualTo("RESET");
    }

    @Test
    void findsNothingOnTheSocketWithoutASearchSpace() throws Exception {
        Questions questions = new Questions(server).send("{'relevance':{'query':'q'}}");

        assertThat(questions.next().at("/relevance/relevant/iterable")).isEmpty();
        assertThat(questions.last().path("status").asText()).isEqualTo("COMPLETED");
    }

    @Test
    void findsSeedsOnTheSocketInASearchSpace() throws Exception {
        Questions questions = new Questions(server).send("{'relevance':{'query':'q','paths':['/a']}}");

        assertThat(questions
                        .next()
                        .at("/relevance/relevant/iterable/0/seed/type")
                        .asText())
                .isEqualTo("SEEDED_ASSET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'question':{'query':'q','relevant':{'iterable':[{}]}}}",
                "{'question':{'query':'q','relevant':{'iterable':[]},'model':'unknown'}}",
                "{'question':{'query':'q','relevant':{'iterable':[]}},'relevance':{'query':'q'}}",
                "{}"
            })
    void failsAnAnswerThatTheServerCannotGive(String message) throws Exception {
        JsonNode failed = new Questions(server).send(message).next();

        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("statusCode").asInt()).isEqualTo(500);
    }

    @Test
    void waitsForAnOpenSocket() {
        new Questions(server);

        server.awaitStream();

        assertThat(server.openStreams()).isEqualTo(1);
        server.dropConnections();
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> server.openStreams() == 0);
    }
}
