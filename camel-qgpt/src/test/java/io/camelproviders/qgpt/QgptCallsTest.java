/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.json.ProviderList;
import io.camelproviders.qgpt.model.Answers.QgptConversation;
import io.camelproviders.qgpt.model.Answers.QgptConversationMessage;
import io.camelproviders.qgpt.model.Applications.Model;
import io.camelproviders.qgpt.model.Conversations.Conversation;
import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.ConversationMessages;
import io.camelproviders.qgpt.model.People.QgptPersonsRelatedOutput;
import io.camelproviders.qgpt.model.Questions.QgptQuestionOutput;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import io.camelproviders.qgpt.model.Reprompts.QgptRepromptInput;
import io.camelproviders.qgpt.model.Reprompts.QgptRepromptOutput;
import io.camelproviders.qgpt.operation.DiscoverySettings;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway") // A null where none should be fails the test.
class QgptCallsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final QgptTestSupport rig = new QgptTestSupport();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    private Request last() {
        List<Request> all = rig.server.journal().all();
        return all.get(all.size() - 1);
    }

    private static Object json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void asksAQuestionWithATextAndCompletesItsBody() throws Exception {
        // when
        Exchange done = rig.send("qgpt:question?model=m1&pipeline=code-fix&applicationId=app-1", "Why \"{}\"?");

        // then
        assertThat(done.getMessage().getBody(QgptQuestionOutput.class).text()).isEqualTo("You asked: Why \"{}\"?");
        assertThat(last().json())
                .isEqualTo(json("{\"query\":\"Why \\\"{}\\\"?\",\"model\":\"m1\","
                        + "\"pipeline\":{\"task\":{\"code_fix\":{}}},\"relevant\":{\"iterable\":[]}}"));
        assertThat(last().header("X-Application-ID")).contains("app-1");
        assertThat(last().header("Upgrade")).isEmpty();
        assertThat(done.getMessage().getHeader(QgptConstants.RESPONSE_STATUS)).isEqualTo(200);
    }

    @Test
    void searchesThePathsOfTheEndpoint() throws Exception {
        // when
        Exchange done = rig.send(
                "qgpt:relevance?paths=/home/ana/app, /home/ana/lib&pipeline=CODE_FIX", "Where are dates read?");

        // then
        assertThat(done.getMessage()
                        .getBody(QgptRelevanceOutput.class)
                        .relevant()
                        .iterable())
                .hasSize(1);
        assertThat(last().json())
                .isEqualTo(json("{\"query\":\"Where are dates read?\","
                        + "\"paths\":[\"/home/ana/app\",\"/home/ana/lib\"],"
                        + "\"options\":{\"pipeline\":{\"task\":{\"code_fix\":{}}}}}"));
    }

    @Test
    void givesHintsRepromptsAndFindsPeople() throws Exception {
        // when
        Exchange hints = rig.send("qgpt:hints", "Dates");
        Object hintsBody = last().json();
        Exchange reprompt = rig.send(
                "qgpt:reprompt",
                QgptRepromptInput.builder(
                                "And then?",
                                QgptConversation.inOrder(
                                        QgptConversationMessage.user("oldest", NOON),
                                        QgptConversationMessage.model("newest", NOON.plusSeconds(1))))
                        .build());
        Object repromptBody = last().json();
        Exchange persons = rig.send("qgpt:persons/related?transferables=false", Map.of("application", "app-1"));

        // then
        assertThat(hints.getMessage().getBody(QgptQuestionOutput.class).text()).isEqualTo("What about time zones?");
        assertThat(hintsBody).isEqualTo(json("{\"query\":\"Dates\",\"relevant\":{\"iterable\":[]}}"));
        assertThat(reprompt.getMessage().getBody(QgptRepromptOutput.class).query())
                .isEqualTo("And then? (after: newest)");
        assertThat(repromptBody.toString()).contains("newest");
        assertThat(persons.getMessage()
                        .getBody(QgptPersonsRelatedOutput.class)
                        .persons()
                        .iterable())
                .hasSize(1);
        assertThat(last().json()).isEqualTo(json("{\"application\":\"app-1\"}"));
        assertThat(last().rawQuery()).isEqualTo("transferables=false");
    }

    @Test
    void tellsThePlainTextOfAnErrorAsATypedOne() {
        // given
        rig.server.faults().on("question").once(Fault.respond(429));
        rig.server.faults().on("question").once(Fault.respond(500));

        // when
        Exception limited = rig.send("qgpt:question", "Why?").getException();
        Exception broken = rig.send("qgpt:question", "Why?").getException();

        // then
        assertThat(limited)
                .isInstanceOf(RateLimitException.class)
                .hasMessageContaining("Rate limit/Quota exceeded")
                .hasRootCauseInstanceOf(HttpOperationFailedException.class);
        assertThat(broken).isInstanceOf(ServerException.class).hasMessageContaining("qGPT Question Endpoint failed.");
    }

    @Test
    void makesConversationsAndReadsThemInOrder() {
        // when
        Exchange made = rig.send("qgpt:conversations/create?name=talk", (Object) null);
        String id = made.getMessage().getBody(Conversation.class).id();
        rig.server.addMessage(id, "USER", "one");
        String second = rig.server.addMessage(id, "SYSTEM", "two");
        Exchange read = rig.send("qgpt:conversations/retrieve?conversationId=" + id, (Object) null);
        Exchange messages = rig.send("qgpt:conversations/messages", exchange -> exchange.getMessage()
                .setHeader(QgptConstants.CONVERSATION_ID, id));
        Exchange message = rig.send("qgpt:messages/retrieve?messageId=" + second, (Object) null);
        Exchange models = rig.send("qgpt:models", (Object) null);

        // then
        assertThat(read.getMessage().getBody(Conversation.class).name()).isEqualTo("talk");
        assertThat(messages.getMessage().getBody(ConversationMessages.class).iterable())
                .extracting(ConversationMessage::text)
                .containsExactly("one", "two");
        assertThat(message.getMessage().getBody(ConversationMessage.class).text())
                .isEqualTo("two");
        assertThat(models.getMessage().getBody(ProviderList.class)).hasOnlyElementsOfType(Model.class);
    }

    @Test
    void saysWhereItLookedWhenThereIsNoServer() {
        // given
        QgptComponent lost = new QgptComponent();
        lost.places(new DiscoverySettings(List.of(), List.of(rig.server.port()), List.of()));
        rig.context.addComponent("lost", lost);
        rig.server.refuseConnections();

        // when
        Exchange done = rig.send("lost:question", "Why?");

        // then
        assertThat(done.getException())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("ports " + rig.server.port())
                .hasMessageContaining("set baseUrl");
    }

    @Test
    void usesTheBaseUrlWhenThereIsOne() {
        // when
        Exchange done = rig.send("qgpt:question?baseUrl=" + rig.server.baseUrl(), "Why?");

        // then
        assertThat(done.getException()).isNull();
        assertThat(rig.server.journal().all()).extracting(Request::path).containsExactly("/qgpt/question");
    }

    @Test
    void refusesUnknownOptionsAndOperationsWithTheNearest() {
        // when, then
        assertThatThrownBy(() -> rig.context.getEndpoint("qgpt:question?modell=secret-1"))
                .hasStackTraceContaining("modell")
                .hasStackTraceContaining("model")
                .hasMessageNotContaining("secret-1");
        assertThatThrownBy(() -> rig.context.getEndpoint("qgpt:questions")).hasStackTraceContaining("question");
        assertThatThrownBy(() -> rig.context.getEndpoint("qgpt:question?pipeline=code-fax"))
                .hasStackTraceContaining("code_fix");
    }

    @ParameterizedTest
    @CsvSource({
        "pingInterval=5s, ping-interval",
        "reconnectDelay=50, reconnect-delay",
        "maxReconnectDelay=50s, max-reconnect-delay",
        "maxEventBytes=1000, max-event-bytes"
    })
    void saysWhereOptionsOfTheSharedSocketBelong(String option, String key) {
        assertThatThrownBy(() -> rig.context.getEndpoint("qgpt:stream?" + option))
                .hasStackTraceContaining("camel.component.qgpt." + key);
        assertThatThrownBy(() -> rig.context.getEndpoint("qgpt:conversations/stream?maxReconnects=3"))
                .hasStackTraceContaining("connected again without end");
    }

    @Test
    void sendsNothingWithoutAQuery() {
        // when
        Exception question = rig.send("qgpt:question", (Object) null).getException();
        Exception stream = rig.send("qgpt:stream", Map.of("model", "m1")).getException();

        // then
        assertThat(question).isInstanceOf(InvalidRequestException.class).hasMessageContaining("query");
        assertThat(stream).isInstanceOf(InvalidRequestException.class).hasMessageContaining("CamelQgptQuery");
        assertThat(rig.server.journal().all()).isEmpty();
    }
}
