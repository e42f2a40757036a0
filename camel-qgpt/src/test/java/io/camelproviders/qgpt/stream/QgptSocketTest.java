/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import static io.camelproviders.qgpt.stream.StreamTestSupport.PATIENCE;
import static io.camelproviders.qgpt.stream.StreamTestSupport.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.qgpt.operation.QgptRequestBodies;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QgptSocketTest extends SocketTestSupport {

    @Test
    void answersAQuestion() throws Exception {
        // given
        server.answerNext(QgptAnswer.words("It is ISO-8601, always."));

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, question("Which format?"));

        // then
        AnswerEnd end = answer.whole();
        assertThat(answer.text).isEqualTo("It is ISO-8601, always.");
        assertThat(end.conversation()).isNotBlank();
        assertThat(answer.exchange().conversation()).contains(end.conversation());
        JsonNode sent = server.received().get(0);
        assertThat(sent.path("request").asText()).isEqualTo(answer.exchange().request());
        assertThat(sent.path("question").path("relevant").path("iterable").isArray())
                .isTrue();
        assertThat(socket.health().state()).isEqualTo(SocketHealth.State.OPEN);
    }

    @Test
    void asksOneAfterTheOtherInOneConversation() throws Exception {
        // given
        String conversation = server.addConversation("talk");
        server.answerNext(QgptAnswer.words("one").with(Fault.stallAfter(1)));
        RecordedAnswer first = RecordedAnswer.to(socket, question("first", conversation));
        await().atMost(PATIENCE).until(() -> first.text.length() > 0);

        // when
        RecordedAnswer second = RecordedAnswer.to(socket, question("second", conversation));
        RecordedAnswer elsewhere = RecordedAnswer.to(socket, question("elsewhere"));

        // then
        elsewhere.whole();
        assertThat(asked()).containsExactly("first", "elsewhere");
        first.exchange().cancel();
        second.whole();
        assertThat(asked()).containsExactly("first", "elsewhere", "", "second");
    }

    @Test
    void stopsOnlyItsOwnConversationWhenCancelled() throws Exception {
        // given
        RecordedAnswer answer = silent("Why?");

        // when
        answer.exchange().cancel();
        answer.exchange().cancel();

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        assertThat(cut).hasCauseInstanceOf(AbortedException.class);
        await().atMost(PATIENCE).until(() -> server.received().size() == 2);
        JsonNode stop = server.received().get(1);
        assertThat(stop).hasSize(2);
        assertThat(stop.path("stop").asBoolean()).isTrue();
        assertThat(stop.path("conversation").asText())
                .isEqualTo(answer.exchange().conversation().orElseThrow());
        assertThat(answer.ends).hasValue(1);
    }

    @Test
    void stopsACancelledQuestionAsSoonAsItsConversationIsKnown() throws Exception {
        // given
        server.holdAnswersUntil(2);
        server.answerWith(query -> QgptAnswer.words("some words for " + query));
        RecordedAnswer cancelled = RecordedAnswer.to(socket, question("cancelled"));
        await().atMost(PATIENCE).until(() -> server.received().size() == 1);

        // when
        cancelled.exchange().cancel();
        RecordedAnswer other = RecordedAnswer.to(socket, question("other"));

        // then
        assertThat(cancelled.failure()).isInstanceOf(AbortedException.class);
        other.whole();
        await().atMost(PATIENCE).until(() -> stops() == 1);
        assertThat(cancelled.text).isEmpty();
        assertThat(other.text).isEqualTo("some words for other");
        assertThat(socket.health().counters().unknown()).isZero();
    }

    @Test
    void freesTheConversationWhenAStopIsNotAnswered() throws Exception {
        // given
        SocketSettings usual = StreamTestSupport.settings();
        QgptSocket impatient = new QgptSocket(
                rig.wiring,
                new SocketSettings(
                        usual.connectTimeout(),
                        null,
                        usual.pongTimeout(),
                        usual.reconnect(),
                        Duration.ofMillis(100),
                        usual.recovery(),
                        usual.sizes()));
        String conversation = server.addConversation("talk");
        server.ignoreStops();
        server.answerNext(QgptAnswer.words("one").with(Fault.stallAfter(1)));
        RecordedAnswer first = RecordedAnswer.to(impatient, question("first", conversation));
        await().atMost(PATIENCE).until(() -> first.text.length() > 0);

        // when
        first.exchange().cancel();
        RecordedAnswer second = RecordedAnswer.to(impatient, question("second", conversation));

        // then
        second.whole();
        impatient.close();
    }

    @Test
    void searchesAndAnswers() throws Exception {
        // given
        Map<String, Object> message = QgptRequestBodies.stream(
                Map.of("query", "Why?", "relevance", Map.of("options", Map.of("question", true))));

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, QgptQuestion.of(message));

        // then
        answer.whole();
        assertThat(answer.events).anyMatch(QgptEvent.Relevance.class::isInstance);
        assertThat(answer.text).isEqualTo("You asked: Why?");
    }

    @Test
    void sendsAResetOnlyWhenToldToAndDoesNotWaitForAnAnswer() throws Exception {
        // when
        RecordedAnswer opener = RecordedAnswer.to(socket, question("open"));
        opener.whole();
        RecordedAnswer reset =
                RecordedAnswer.to(socket, QgptQuestion.of(QgptRequestBodies.stream(Map.of("reset", true))));

        // then
        reset.whole();
        await().atMost(PATIENCE).until(() -> server.received().size() == 2);
        assertThat(server.received().get(1)).hasSize(1);
    }

    @Test
    void givesAnswersThatNobodyWaitsForToTheFallback() throws Exception {
        // given
        RecordedAnswer heir = new RecordedAnswer(false);
        socket.fallback(exchange -> heir);

        // when
        socket.tell(question("Why?"));

        // then
        heir.whole();
        assertThat(heir.text).isEqualTo("You asked: Why?");
    }

    @Test
    void countsAnswersThatNobodyHears() {
        // when
        socket.tell(question("Why?"));

        // then
        await().atMost(PATIENCE).until(() -> socket.health().counters().unheard() == 1);
    }

    @Test
    void endsEverythingWhenClosed() throws Exception {
        // given
        RecordedAnswer answer = silent("Why?");

        // when
        socket.close();
        socket.close();

        // then
        assertThat(answer.failure()).isInstanceOf(AbortedException.class);
        assertThat(RecordedAnswer.to(socket, question("late")).failure()).isInstanceOf(AbortedException.class);
        await().atMost(PATIENCE).until(() -> stops() == 1);
        await().atMost(PATIENCE).until(() -> server.loopback().openConnections() == 0);
        assertThat(socket.health().state()).isEqualTo(SocketHealth.State.CLOSED);
        assertThat(socket.health().counters().inFlight()).isZero();
    }
}
