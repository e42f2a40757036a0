/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import static io.camelproviders.qgpt.stream.Rig.PATIENCE;
import static io.camelproviders.qgpt.stream.Rig.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.common.error.AbortedException;
import io.camelproviders.common.error.DecodeException;
import io.camelproviders.common.error.InvalidRequestException;
import io.camelproviders.common.error.ProviderFaultException;
import io.camelproviders.common.error.ProviderTimeoutException;
import io.camelproviders.common.error.ServerException;
import io.camelproviders.common.error.StreamFaultException;
import io.camelproviders.qgpt.operation.QgptBodies;
import io.camelproviders.testkit.qgpt.FakePiecesServer;
import io.camelproviders.testkit.qgpt.PiecesAnswer;
import io.camelproviders.testkit.qgpt.PiecesFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QgptSocketTest {

    private final FakePiecesServer server = FakePiecesServer.start();
    private final Rig rig = new Rig(server.uri(), List.of());
    private final QgptSocket socket = rig.socket();

    @AfterEach
    void close() {
        socket.close();
        rig.close();
        server.close();
        assertThat(server.loopback().failures()).isEmpty();
    }

    private List<String> asked() {
        return server.received().stream()
                .map(message -> message.path("question").path("query").asText())
                .toList();
    }

    private long stops() {
        return server.received().stream()
                .filter(message -> message.path("stop").asBoolean())
                .count();
    }

    private HeardAnswer silent(String query) {
        server.answer(PiecesAnswer.words("Half an answer").with(PiecesFault.SILENCE, 1));
        HeardAnswer answer = HeardAnswer.to(socket, question(query));
        await().atMost(PATIENCE).until(() -> answer.text.length() > 0);
        return answer;
    }

    @Test
    void answersAQuestion() throws Exception {
        // given
        server.answer(PiecesAnswer.words("It is ISO-8601, always."));

        // when
        HeardAnswer answer = HeardAnswer.to(socket, question("Which format?"));

        // then
        AnswerEnd end = answer.whole();
        assertThat(answer.text).hasToString("It is ISO-8601, always.");
        assertThat(end.conversation()).isNotBlank();
        assertThat(answer.exchange().conversation()).contains(end.conversation());
        JsonNode sent = server.received().get(0);
        assertThat(sent.path("request").asText()).isEqualTo(answer.exchange().request());
        assertThat(sent.path("question").path("relevant").path("iterable").isArray())
                .isTrue();
        assertThat(socket.health().state()).isEqualTo(SocketHealth.State.OPEN);
    }

    @Test
    void neverMixesTwoHundredInterleavedAnswers() throws Exception {
        // given
        server.answering(query -> PiecesAnswer.words((query + " ").repeat(20)));
        server.holdUntil(200);

        // when
        List<HeardAnswer> answers = IntStream.range(0, 200)
                .mapToObj(i -> HeardAnswer.to(socket, question("q" + i)))
                .toList();

        // then
        for (int i = 0; i < 200; i++) {
            answers.get(i).whole();
            assertThat(answers.get(i).text).hasToString(("q" + i + " ").repeat(20));
            assertThat(answers.get(i).ends).hasValue(1);
        }
        assertThat(server.loopback().acceptedConnections()).isEqualTo(1);
    }

    @Test
    void failsEveryAnswerByNameAfterADropInTheMiddleAndRepeatsNone() throws Exception {
        // given
        server.answering(query -> query.equals("q100")
                ? PiecesAnswer.words((query + " ").repeat(20)).with(PiecesFault.DROP, 10)
                : PiecesAnswer.words((query + " ").repeat(query.endsWith("7") ? 5 : 20)));
        server.holdUntil(200);

        // when
        List<HeardAnswer> answers = IntStream.range(0, 200)
                .mapToObj(i -> HeardAnswer.to(socket, question("q" + i)))
                .toList();

        // then
        for (int i = 0; i < 200; i++) {
            HeardAnswer answer = answers.get(i);
            await().atMost(PATIENCE).until(answer.end::isDone);
            if (answer.end.isCompletedExceptionally()) {
                StreamFaultException fault = (StreamFaultException) answer.failure();
                assertThat(fault.partialText()).isEqualTo(answer.text.toString());
                assertThat(("q" + i + " ").repeat(20)).startsWith(fault.partialText());
            } else {
                assertThat(answer.text).hasToString(("q" + i + " ").repeat(i % 10 == 7 ? 5 : 20));
            }
            assertThat(answer.ends).hasValue(1);
        }
        HeardAnswer next = HeardAnswer.to(socket, question("afterwards"));
        next.whole();
        assertThat(asked()).hasSize(201).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(
            value = PiecesFault.class,
            names = {
                "DROP",
                "DROP_IN_FRAME",
                "FIN",
                "CLOSE_1000",
                "CLOSE_1001",
                "CLOSE_1011",
                "INVALID_UTF8",
                "INVALID_UTF8_BINARY",
                "MASKED",
                "ENDLESS_FRAGMENTS",
                "GIANT_FRAME"
            })
    void failsWithThePartialTextWhenTheConnectionEnds(PiecesFault fault) throws Exception {
        // given
        server.answer(PiecesAnswer.of("Half ", "an ", "answer").with(fault, 2));

        // when
        HeardAnswer answer = HeardAnswer.to(socket, question("Why?"));

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        // A reset may overtake what was sent before it.
        assertThat("Half an ").startsWith(cut.partialText());
        assertThat(cut.partialText()).isEqualTo(answer.text.toString());
        assertThat(cut.chunksDelivered()).isEqualTo(answer.pieces.get());
        HeardAnswer next = HeardAnswer.to(socket, question("Again?"));
        next.whole();
        assertThat(asked()).containsExactly("Why?", "Again?");
        assertThat(socket.health().connects()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = PiecesFault.class,
            names = {
                "FRAGMENTED",
                "BINARY",
                "MALFORMED_JSON",
                "FOREIGN_REQUEST",
                "INITIALIZED",
                "UNKNOWN_STATUS",
                "UNHEARD_STATUS",
                "NO_STATUS",
                "NO_REQUEST",
                "TEXT_IN_COMPLETED",
                "SEVERAL_ELEMENTS",
                "NULLS_AND_NOVELTIES",
                "MIGRATION"
            })
    void survivesWhatIsMerelyOdd(PiecesFault fault) throws Exception {
        // given
        server.answer(
                PiecesAnswer.of("Gr\u00fc\u00dfe ", "\ud83d\ude00 ", "z\u20ac").with(fault));
        server.answer(PiecesAnswer.words("the other one"));
        server.holdUntil(2);

        // when
        HeardAnswer answer = HeardAnswer.to(socket, question("odd", server.createConversation("a")));
        HeardAnswer other = HeardAnswer.to(socket, question("even", server.createConversation("b")));

        // then
        answer.whole();
        other.whole();
        assertThat(answer.text).hasToString("Gr\u00fc\u00dfe \ud83d\ude00 z\u20ac");
        assertThat(other.text).hasToString("the other one");
        assertThat(socket.health().counters().malformed()).isEqualTo(fault == PiecesFault.MALFORMED_JSON ? 1 : 0);
        assertThat(socket.health().counters().unknown()).isEqualTo(fault == PiecesFault.FOREIGN_REQUEST ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = PiecesFault.class,
            names = {
                "FAILED_401",
                "FAILED_429",
                "FAILED_500",
                "FAILED_503",
                "SUBSCRIPTION_REQUIRED",
                "UNKNOWN_FAILURE",
                "STOPPED",
                "CANCELED",
                "RESET",
                "WRONG_TYPE"
            })
    void neverPassesAnAnswerThatEndedOtherwiseAsWhole(PiecesFault fault) throws Exception {
        // given
        server.answer(PiecesAnswer.of("Half ", "an answer").with(fault, 1));

        // when
        HeardAnswer answer = HeardAnswer.to(socket, question("Why?"));

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        assertThat(cut.partialText()).isEqualTo("Half ");
        HeardAnswer next = HeardAnswer.to(socket, question("Again?"));
        next.whole();
        assertThat(socket.health().connects()).isEqualTo(1);
    }

    @Test
    void tellsTheServersStatusWhenNothingHadArrived() throws Exception {
        // given
        server.answer(PiecesAnswer.of().with(PiecesFault.FAILED_503));

        // when
        HeardAnswer answer = HeardAnswer.to(socket, question("Why?"));

        // then
        assertThat(answer.failure()).isInstanceOfSatisfying(ServerException.class, failure -> {
            assertThat(failure.status()).isEqualTo(503);
            assertThat(failure.retryable()).isTrue();
            assertThat(failure).hasMessageContaining("overloaded");
        });
    }

    @Test
    void doesNotInviteToRetryWhenAPaidPlanIsNeeded() throws Exception {
        // given
        server.answer(PiecesAnswer.of().with(PiecesFault.SUBSCRIPTION_REQUIRED));

        // when
        HeardAnswer answer = HeardAnswer.to(socket, question("Why?"));

        // then
        assertThat(answer.failure()).isInstanceOfSatisfying(ProviderFaultException.class, failure -> {
            assertThat(failure.retryable()).isFalse();
            assertThat(failure.code()).contains("UserSubscriptionRequired");
        });
    }

    @Test
    void hurtsOnlyTheExchangeWhoseMessageHasAnotherShape() throws Exception {
        // given
        server.answer(PiecesAnswer.of("a").with(PiecesFault.WRONG_TYPE));
        server.answer(PiecesAnswer.words("the other one"));
        server.holdUntil(2);

        // when
        HeardAnswer broken = HeardAnswer.to(socket, question("1"));
        HeardAnswer other = HeardAnswer.to(socket, question("2"));

        // then
        other.whole();
        assertThat(broken.failure()).isInstanceOf(DecodeException.class);
        assertThat(other.text).hasToString("the other one");
    }

    @Test
    void asksOneAfterTheOtherInOneConversation() throws Exception {
        // given
        String conversation = server.createConversation("talk");
        server.answer(PiecesAnswer.words("one").with(PiecesFault.SILENCE, 1));
        HeardAnswer first = HeardAnswer.to(socket, question("first", conversation));
        await().atMost(PATIENCE).until(() -> first.text.length() > 0);

        // when
        HeardAnswer second = HeardAnswer.to(socket, question("second", conversation));
        HeardAnswer elsewhere = HeardAnswer.to(socket, question("elsewhere"));

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
        HeardAnswer answer = silent("Why?");

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
        server.holdUntil(2);
        server.answering(query -> PiecesAnswer.words("some words for " + query));
        HeardAnswer cancelled = HeardAnswer.to(socket, question("cancelled"));
        await().atMost(PATIENCE).until(() -> server.received().size() == 1);

        // when
        cancelled.exchange().cancel();
        HeardAnswer other = HeardAnswer.to(socket, question("other"));

        // then
        assertThat(cancelled.failure()).isInstanceOf(AbortedException.class);
        other.whole();
        await().atMost(PATIENCE).until(() -> stops() == 1);
        assertThat(cancelled.text).isEmpty();
        assertThat(other.text).hasToString("some words for other");
        assertThat(socket.health().counters().unknown()).isZero();
    }

    @Test
    void freesTheConversationWhenAStopIsNotAnswered() throws Exception {
        // given
        SocketSettings usual = Rig.settings();
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
        String conversation = server.createConversation("talk");
        server.ignoreStops();
        server.answer(PiecesAnswer.words("one").with(PiecesFault.SILENCE, 1));
        HeardAnswer first = HeardAnswer.to(impatient, question("first", conversation));
        await().atMost(PATIENCE).until(() -> first.text.length() > 0);

        // when
        first.exchange().cancel();
        HeardAnswer second = HeardAnswer.to(impatient, question("second", conversation));

        // then
        second.whole();
        impatient.close();
    }

    @Test
    void givesUpOnAServerThatNeverBegins() throws Exception {
        // given
        server.answer(PiecesAnswer.of("never").with(PiecesFault.SILENCE, 0));

        // when
        HeardAnswer answer =
                HeardAnswer.to(socket, question("Why?").patience(Duration.ofMillis(200), Duration.ofMinutes(1)));

        // then
        assertThat(answer.failure())
                .isInstanceOf(ProviderTimeoutException.class)
                .hasMessageContaining("firstChunkTimeout");
    }

    @ParameterizedTest
    @EnumSource(
            value = PiecesFault.class,
            names = {"SILENCE", "PING_ONLY"})
    void givesUpOnASilentServerWithThePartialTextAndStopsIt(PiecesFault fault) throws Exception {
        // given
        server.answer(PiecesAnswer.of("Half ", "an answer").with(fault, 1));

        // when
        HeardAnswer answer =
                HeardAnswer.to(socket, question("Why?").patience(Duration.ofSeconds(20), Duration.ofMillis(200)));

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        assertThat(cut.partialText()).isEqualTo("Half ");
        assertThat(cut).hasCauseInstanceOf(ProviderTimeoutException.class).hasMessageContaining("readIdleTimeout");
        await().atMost(PATIENCE).until(() -> stops() == 1);
    }

    @Test
    void findsADeadServerByItsMissingPong() throws Exception {
        // given
        SocketSettings usual = Rig.settings();
        QgptSocket watchful = new QgptSocket(
                rig.wiring,
                new SocketSettings(
                        usual.connectTimeout(),
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        usual.reconnect(),
                        usual.stopTimeout(),
                        usual.recovery(),
                        usual.sizes()));
        server.answer(PiecesAnswer.of("Half ", "an answer").with(PiecesFault.NO_PONG, 1));

        // when
        HeardAnswer answer = HeardAnswer.to(watchful, question("Why?"));

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        assertThat(cut).hasCauseInstanceOf(ProviderTimeoutException.class);
        HeardAnswer next = HeardAnswer.to(watchful, question("Again?"));
        next.whole();
        watchful.close();
    }

    @Test
    void refusesASecondQuestionUnderTheSameRequestId() throws Exception {
        // given
        Map<String, Object> message = QgptBodies.stream(Map.of("query", "Why?", "request", "r1"));
        server.answer(PiecesAnswer.of("a").with(PiecesFault.SILENCE, 1));
        HeardAnswer.to(socket, QgptQuestion.of(message));

        // when
        HeardAnswer second = HeardAnswer.to(socket, QgptQuestion.of(message));

        // then
        assertThat(second.failure()).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void tellsTheServersComplaintWhenBothInputsAreGiven() throws Exception {
        // given
        Map<String, Object> message = Map.of(
                "question", Map.of("query", "a", "relevant", Map.of("iterable", List.of())),
                "relevance", Map.of("query", "a"));

        // when
        HeardAnswer answer = HeardAnswer.to(socket, QgptQuestion.of(message));

        // then
        assertThat(answer.failure()).isInstanceOf(ServerException.class).hasMessageContaining("exactly one");
    }

    @Test
    void searchesAndAnswers() throws Exception {
        // given
        Map<String, Object> message =
                QgptBodies.stream(Map.of("query", "Why?", "relevance", Map.of("options", Map.of("question", true))));

        // when
        HeardAnswer answer = HeardAnswer.to(socket, QgptQuestion.of(message));

        // then
        answer.whole();
        assertThat(answer.events).anyMatch(QgptEvent.Relevance.class::isInstance);
        assertThat(answer.text).hasToString("You asked: Why?");
    }

    @Test
    void sendsAResetOnlyWhenToldToAndDoesNotWaitForAnAnswer() throws Exception {
        // when
        HeardAnswer opener = HeardAnswer.to(socket, question("open"));
        opener.whole();
        HeardAnswer reset = HeardAnswer.to(socket, QgptQuestion.of(QgptBodies.stream(Map.of("reset", true))));

        // then
        reset.whole();
        await().atMost(PATIENCE).until(() -> server.received().size() == 2);
        assertThat(server.received().get(1)).hasSize(1);
    }

    @Test
    void givesAnswersThatNobodyWaitsForToTheFallback() throws Exception {
        // given
        HeardAnswer heir = new HeardAnswer(false);
        socket.fallback(exchange -> heir);

        // when
        socket.tell(question("Why?"));

        // then
        heir.whole();
        assertThat(heir.text).hasToString("You asked: Why?");
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
        HeardAnswer answer = silent("Why?");

        // when
        socket.close();
        socket.close();

        // then
        assertThat(answer.failure()).isInstanceOf(AbortedException.class);
        assertThat(HeardAnswer.to(socket, question("late")).failure()).isInstanceOf(AbortedException.class);
        await().atMost(PATIENCE).until(() -> stops() == 1);
        await().atMost(PATIENCE).until(() -> server.loopback().openConnections() == 0);
        assertThat(socket.health().state()).isEqualTo(SocketHealth.State.CLOSED);
        assertThat(socket.health().counters().inFlight()).isZero();
    }
}
