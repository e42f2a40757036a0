/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.concurrent.ExecutorScheduler;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.http.AsyncHttpTransport;
import io.camelproviders.core.http.HttpSettings;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.core.operation.BaseUrl;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.OperationCall;
import io.camelproviders.core.operation.OperationClient;
import io.camelproviders.core.operation.OperationTable;
import io.camelproviders.core.operation.Secrets;
import io.camelproviders.qgpt.model.Answers.QgptConversation;
import io.camelproviders.qgpt.model.Answers.QgptConversationMessage;
import io.camelproviders.qgpt.model.Applications.Context;
import io.camelproviders.qgpt.model.Applications.Model;
import io.camelproviders.qgpt.model.Conversations.Conversation;
import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.ConversationMessages;
import io.camelproviders.qgpt.model.Hints.QgptHintsInput;
import io.camelproviders.qgpt.model.People.QgptPersonsRelatedOutput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionInput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionOutput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceInput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import io.camelproviders.qgpt.model.Relevance.RelevantQgptSeeds;
import io.camelproviders.qgpt.model.Reprompts.QgptRepromptInput;
import io.camelproviders.qgpt.model.Reprompts.QgptRepromptOutput;
import io.camelproviders.qgpt.model.SeedModel.SeededConnectorConnection;
import io.camelproviders.qgpt.model.SeedModel.SeededConversation;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each row that is no WebSocket, on a real socket, to a server that was looked for. */
@SuppressWarnings("NullAway") // A null where none should be fails the test.
class RoundTripTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final Json json = Json.standard();
    private final OperationTable table = OperationTable.of(QgptOperations.ROWS);
    private final FakeQgptServer server = FakeQgptServer.start();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final AsyncHttpTransport http =
            new AsyncHttpTransport(HttpSettings.builder().build(), Thread::new, new ExecutorScheduler(timer));
    private final PiecesLocator locator =
            new PiecesLocator(http, null, new DiscoverySettings(List.of(), List.of(server.port()), List.of()));
    private final OperationClient client = new OperationClient(
            new PiecesTransport(http, locator),
            new QgptProtocol(json, "app-1"),
            json,
            new OperationClient.Settings(
                    BaseUrl.parse(PiecesTransport.SOMEWHERE, false),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Secrets.of()));

    @AfterEach
    void close() {
        http.close();
        server.close();
        timer.shutdownNow();
        assertThat(server.loopback().failures()).isEmpty();
    }

    private Object call(String name, Map<String, String> path, @Nullable Object model) throws Exception {
        Operation row = table.get(name);
        Map<String, Object> body = model == null ? null : QgptRequestBodies.complete(name, json.map(model));
        OperationCall call = new OperationCall(row, path, Map.of(), body, List.of(), null, "r1", null);
        return client.call(call).get(20, TimeUnit.SECONDS).value();
    }

    private ProviderException failure(String name, Map<String, String> path, Object model) throws Exception {
        try {
            call(name, path, model);
        } catch (ExecutionException e) {
            return (ProviderException) e.getCause();
        }
        throw new AssertionError("The call did not fail");
    }

    private Request last() {
        List<Request> all = server.journal().all();
        return all.get(all.size() - 1);
    }

    @Test
    void asksSearchesAndHints() throws Exception {
        // when
        Object found = call(
                "relevance",
                Map.of(),
                QgptRelevanceInput.builder("Where?").paths("/home/ana/app").build());
        Object answer = call(
                "question",
                Map.of(),
                QgptQuestionInput.builder("Which format?")
                        .relevant(((QgptRelevanceOutput) found).relevant())
                        .build());
        Object hints = call(
                "hints",
                Map.of(),
                QgptHintsInput.builder(RelevantQgptSeeds.none()).answer("ISO").build());

        // then
        assertThat(((QgptRelevanceOutput) found).relevant().iterable()).hasSize(1);
        assertThat(((QgptQuestionOutput) answer).text()).isEqualTo("You asked: Which format?");
        assertThat(((QgptQuestionOutput) hints).text()).isEqualTo("What about time zones?");
    }

    @Test
    void offersNoUpgradeAndNamesTheApplication() throws Exception {
        // when
        call("question", Map.of(), QgptQuestionInput.of("gr\u00fcn?"));

        // then
        Request request = last();
        assertThat(request.header("Upgrade")).isEmpty();
        assertThat(request.header("HTTP2-Settings")).isEmpty();
        assertThat(request.header("X-Application-ID")).contains("app-1");
        assertThat(request.header("Authorization")).isEmpty();
        assertThat(request.header("Content-Type")).contains("application/json");
        assertThat(request.bodyText()).isEqualTo("{\"query\":\"gr\u00fcn?\",\"relevant\":{\"iterable\":[]}}");
    }

    @Test
    void sendsATalkNewestFirst() throws Exception {
        // when
        Object output = call(
                "reprompt",
                Map.of(),
                QgptRepromptInput.builder(
                                "and times?",
                                QgptConversation.inOrder(
                                        QgptConversationMessage.user("Which format?", NOON),
                                        QgptConversationMessage.model("ISO-8601.", NOON.plusSeconds(5))))
                        .build());

        // then
        assertThat(((QgptRepromptOutput) output).query()).isEqualTo("and times? (after: ISO-8601.)");
    }

    @Test
    void findsPeople() throws Exception {
        // when
        QgptPersonsRelatedOutput output = (QgptPersonsRelatedOutput) call("persons/related", Map.of(), Map.of());

        // then
        assertThat(output.persons().iterable().get(0).type().basic().name()).isEqualTo("Bo");
        assertThat(output.explanations()).containsEntry("p1", "Edited this file");
    }

    @Test
    void connectsAndListsModels() throws Exception {
        // when
        Context context = (Context) call("connect", Map.of(), SeededConnectorConnection.openSource("LINUX", "1"));
        List<?> models = (ProviderList<?>) call("models", Map.of(), null);

        // then
        assertThat(context.application().id()).isEqualTo("app-1");
        assertThat(models).extracting(model -> ((Model) model).usable()).containsExactly(true, false);
    }

    @Test
    void createsAndReadsConversations() throws Exception {
        // given
        Conversation created = (Conversation) call("conversations/create", Map.of(), SeededConversation.named("talk"));
        String message = server.addMessage(created.id(), "USER", "hello");
        Map<String, String> id = Map.of("conversationId", created.id());

        // when
        Conversation read = (Conversation) call("conversations/retrieve", id, null);
        ConversationMessages messages = (ConversationMessages) call("conversations/messages", id, null);
        Object single = call("messages/retrieve", Map.of("messageId", message), null);

        // then
        assertThat(read.name()).isEqualTo("talk");
        assertThat(messages.inOrder()).extracting(ConversationMessage::text).containsExactly("hello");
        assertThat(((ConversationMessage) single).role()).isEqualTo("USER");
    }

    @Test
    void tellsTheSentenceOfAnError() throws Exception {
        // given
        server.faults().on("question").once(Fault.respond(429));
        server.faults().on("question").once(Fault.respond(500));

        // when
        ProviderException limited = failure("question", Map.of(), QgptQuestionInput.of("a"));
        ProviderException broken = failure("question", Map.of(), QgptQuestionInput.of("a"));

        // then
        assertThat(limited).isInstanceOf(RateLimitException.class).hasMessageContaining("Rate limit/Quota exceeded");
        assertThat(broken).isInstanceOf(ServerException.class).hasMessageContaining("qGPT Question Endpoint failed.");
        assertThat(broken.body()).contains("qGPT Question Endpoint failed.");
    }

    @Test
    void looksForTheServerAgainWhenItRefuses() throws Exception {
        // given
        call("models", Map.of(), null);
        server.refuseConnections();
        server.dropConnections();

        // when
        failure("models", Map.of(), Map.of());
        server.acceptConnections();
        Object models = call("models", Map.of(), null);

        // then
        assertThat(models).isNotNull();
        assertThat(server.journal().matching(request -> request.path().equals("/.well-known/health")))
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
