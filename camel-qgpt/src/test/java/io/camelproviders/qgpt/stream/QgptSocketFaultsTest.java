/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import static io.camelproviders.qgpt.stream.StreamTestSupport.PATIENCE;
import static io.camelproviders.qgpt.stream.StreamTestSupport.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.qgpt.operation.QgptRequestBodies;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import io.camelproviders.testkit.qgpt.QgptFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class QgptSocketFaultsTest extends SocketTestSupport {

    @Test
    void neverMixesTwoHundredInterleavedAnswers() throws Exception {
        // given
        server.answerWith(query -> QgptAnswer.words((query + " ").repeat(20)));
        server.holdAnswersUntil(200);

        // when
        List<RecordedAnswer> answers = IntStream.range(0, 200)
                .mapToObj(i -> RecordedAnswer.to(socket, question("q" + i)))
                .toList();

        // then
        for (int i = 0; i < 200; i++) {
            answers.get(i).whole();
            assertThat(answers.get(i).text).isEqualTo(("q" + i + " ").repeat(20));
            assertThat(answers.get(i).ends).hasValue(1);
        }
        assertThat(server.loopback().acceptedConnections()).isEqualTo(1);
    }

    @Test
    void failsEveryAnswerByNameAfterADropInTheMiddleAndRepeatsNone() throws Exception {
        // given
        server.answerWith(query -> query.equals("q100")
                ? QgptAnswer.words((query + " ").repeat(20)).with(Fault.resetAfter(10))
                : QgptAnswer.words((query + " ").repeat(query.endsWith("7") ? 5 : 20)));
        server.holdAnswersUntil(200);

        // when
        List<RecordedAnswer> answers = IntStream.range(0, 200)
                .mapToObj(i -> RecordedAnswer.to(socket, question("q" + i)))
                .toList();

        // then
        await().atMost(PATIENCE).until(() -> answers.stream().allMatch(answer -> answer.end.isDone()));
        for (int i = 0; i < 200; i++) {
            RecordedAnswer answer = answers.get(i);
            if (answer.end.isCompletedExceptionally()) {
                StreamFaultException fault = (StreamFaultException) answer.failure();
                assertThat(fault.partialText()).isEqualTo(answer.text);
                assertThat(("q" + i + " ").repeat(20)).startsWith(fault.partialText());
            } else {
                assertThat(answer.text).isEqualTo(("q" + i + " ").repeat(i % 10 == 7 ? 5 : 20));
            }
            assertThat(answer.ends).hasValue(1);
        }
        RecordedAnswer next = RecordedAnswer.to(socket, question("afterwards"));
        next.whole();
        assertThat(asked()).hasSize(201).doesNotHaveDuplicates();
    }

    static Stream<Fault> endsOfTheConnection() {
        return Stream.concat(
                Stream.of(
                        Fault.resetAfter(2),
                        Fault.dropAfter(2),
                        Fault.closeAfter(2),
                        Fault.endlessLineAfter(2, Long.MAX_VALUE)),
                Stream.of(
                                QgptFault.FIN,
                                QgptFault.CLOSE_1001,
                                QgptFault.CLOSE_1011,
                                QgptFault.INVALID_UTF8,
                                QgptFault.INVALID_UTF8_BINARY,
                                QgptFault.MASKED,
                                QgptFault.GIANT_FRAME)
                        .map(fault -> fault.after(2)));
    }

    @ParameterizedTest
    @MethodSource("endsOfTheConnection")
    void failsWithThePartialTextWhenTheConnectionEnds(Fault fault) throws Exception {
        // given
        server.answerNext(QgptAnswer.of("Half ", "an ", "answer").with(fault));

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, question("Why?"));

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        // A reset may overtake what was sent before it.
        assertThat("Half an ").startsWith(cut.partialText());
        assertThat(cut.partialText()).isEqualTo(answer.text);
        assertThat(cut.chunksDelivered()).isEqualTo(answer.pieces.get());
        RecordedAnswer next = RecordedAnswer.to(socket, question("Again?"));
        next.whole();
        assertThat(asked()).containsExactly("Why?", "Again?");
        assertThat(socket.health().connects()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = QgptFault.class,
            names = {
                "FRAGMENTED",
                "BINARY",
                "MALFORMED_JSON",
                "FOREIGN_REQUEST",
                "INITIALIZED",
                "UNKNOWN_STATUS",
                "UNLISTED_STATUS",
                "NO_STATUS",
                "NO_REQUEST",
                "TEXT_IN_COMPLETED",
                "SEVERAL_ELEMENTS",
                "NULLS_AND_UNKNOWN_FIELDS",
                "MIGRATION"
            })
    void survivesWhatIsMerelyOdd(QgptFault fault) throws Exception {
        // given
        server.answerNext(
                QgptAnswer.of("Gr\u00fc\u00dfe ", "\ud83d\ude00 ", "z\u20ac").with(fault));
        server.answerNext(QgptAnswer.words("the other one"));
        server.holdAnswersUntil(2);

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, question("odd", server.addConversation("a")));
        RecordedAnswer other = RecordedAnswer.to(socket, question("even", server.addConversation("b")));

        // then
        answer.whole();
        other.whole();
        assertThat(answer.text).isEqualTo("Gr\u00fc\u00dfe \ud83d\ude00 z\u20ac");
        assertThat(other.text).isEqualTo("the other one");
        assertThat(socket.health().counters().malformed()).isEqualTo(fault == QgptFault.MALFORMED_JSON ? 1 : 0);
        assertThat(socket.health().counters().unknown()).isEqualTo(fault == QgptFault.FOREIGN_REQUEST ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(
            value = QgptFault.class,
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
    void neverPassesAnAnswerThatEndedOtherwiseAsWhole(QgptFault fault) throws Exception {
        // given
        server.answerNext(QgptAnswer.of("Half ", "an answer").with(fault.after(1)));

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, question("Why?"));

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        assertThat(cut.partialText()).isEqualTo("Half ");
        RecordedAnswer next = RecordedAnswer.to(socket, question("Again?"));
        next.whole();
        assertThat(socket.health().connects()).isEqualTo(1);
    }

    @Test
    void tellsTheServersStatusWhenNothingHadArrived() throws Exception {
        // given
        server.answerNext(QgptAnswer.of().with(QgptFault.FAILED_503));

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, question("Why?"));

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
        server.answerNext(QgptAnswer.of().with(QgptFault.SUBSCRIPTION_REQUIRED));

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, question("Why?"));

        // then
        assertThat(answer.failure()).isInstanceOfSatisfying(ProviderFaultException.class, failure -> {
            assertThat(failure.retryable()).isFalse();
            assertThat(failure.code()).contains("UserSubscriptionRequired");
        });
    }

    @Test
    void hurtsOnlyTheExchangeWhoseMessageHasAnotherShape() throws Exception {
        // given
        server.answerNext(QgptAnswer.of("a").with(QgptFault.WRONG_TYPE));
        server.answerNext(QgptAnswer.words("the other one"));
        server.holdAnswersUntil(2);

        // when
        RecordedAnswer broken = RecordedAnswer.to(socket, question("1"));
        RecordedAnswer other = RecordedAnswer.to(socket, question("2"));

        // then
        other.whole();
        assertThat(broken.failure()).isInstanceOf(DecodeException.class);
        assertThat(other.text).isEqualTo("the other one");
    }

    @Test
    void givesUpOnAServerThatNeverBegins() throws Exception {
        // given
        server.answerNext(QgptAnswer.of("never").with(Fault.stallAfter(0)));

        // when
        RecordedAnswer answer =
                RecordedAnswer.to(socket, question("Why?").patience(Duration.ofMillis(200), Duration.ofMinutes(1)));

        // then
        assertThat(answer.failure())
                .isInstanceOf(ProviderTimeoutException.class)
                .hasMessageContaining("firstChunkTimeout");
    }

    static Stream<Fault> silences() {
        return Stream.of(Fault.stallAfter(1), QgptFault.PING_ONLY.after(1));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void givesUpOnASilentServerWithThePartialTextAndStopsIt(Fault fault) throws Exception {
        // given
        server.answerNext(QgptAnswer.of("Half ", "an answer").with(fault));

        // when
        RecordedAnswer answer =
                RecordedAnswer.to(socket, question("Why?").patience(Duration.ofSeconds(20), Duration.ofMillis(200)));

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        assertThat(cut.partialText()).isEqualTo("Half ");
        assertThat(cut).hasCauseInstanceOf(ProviderTimeoutException.class).hasMessageContaining("readIdleTimeout");
        await().atMost(PATIENCE).until(() -> stops() == 1);
    }

    @Test
    void findsADeadServerByItsMissingPong() throws Exception {
        // given
        SocketSettings usual = StreamTestSupport.settings();
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
        server.answerNext(QgptAnswer.of("Half ", "an answer").with(QgptFault.NO_PONG.after(1)));

        // when
        RecordedAnswer answer = RecordedAnswer.to(watchful, question("Why?"));

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        assertThat(cut).hasCauseInstanceOf(ProviderTimeoutException.class);
        RecordedAnswer next = RecordedAnswer.to(watchful, question("Again?"));
        next.whole();
        watchful.close();
    }

    @Test
    void refusesASecondQuestionUnderTheSameRequestId() throws Exception {
        // given
        Map<String, Object> message = QgptRequestBodies.stream(Map.of("query", "Why?", "request", "r1"));
        server.answerNext(QgptAnswer.of("a").with(Fault.stallAfter(1)));
        RecordedAnswer.to(socket, QgptQuestion.of(message));

        // when
        RecordedAnswer second = RecordedAnswer.to(socket, QgptQuestion.of(message));

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
        RecordedAnswer answer = RecordedAnswer.to(socket, QgptQuestion.of(message));

        // then
        assertThat(answer.failure()).isInstanceOf(ServerException.class).hasMessageContaining("exactly one");
    }
}
