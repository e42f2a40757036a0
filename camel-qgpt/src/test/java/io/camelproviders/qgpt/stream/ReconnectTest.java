/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.stream;

import static io.camelproviders.qgpt.stream.StreamTestSupport.PATIENCE;
import static io.camelproviders.qgpt.stream.StreamTestSupport.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import io.camelproviders.testkit.qgpt.QgptFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // A null where none should be fails the test.
class ReconnectTest {

    private final FakeQgptServer server = FakeQgptServer.start();
    private final FakeQgptServer elsewhere = FakeQgptServer.start();
    private final StreamTestSupport rig = new StreamTestSupport(null, List.of(server.port(), elsewhere.port()));
    private final QgptSocket socket = rig.socket();

    @AfterEach
    void close() {
        socket.close();
        rig.close();
        server.close();
        elsewhere.close();
    }

    @Test
    void findsTheServerOnAnotherPortAfterALoss() throws Exception {
        // given
        RecordedAnswer.to(socket, question("first")).whole();

        // when
        server.close();
        RecordedAnswer second = RecordedAnswer.to(socket, question("second"));
        await().atMost(PATIENCE).until(second.end::isDone);
        RecordedAnswer third = RecordedAnswer.to(socket, question("third"));

        // then
        third.whole();
        assertThat(elsewhere.received()).isNotEmpty();
        assertThat(socket.health().server()).isNotNull();
        assertThat(socket.health().server().base())
                .isEqualTo(elsewhere.loopback().uri());
    }

    @Test
    void triesAgainInTheBackgroundAfterARefusedUpgrade() throws Exception {
        // given
        server.faults().on(RequestKind.STREAM).once(Fault.respond(503, "Location", "/elsewhere"));
        server.faults().on(RequestKind.STREAM).once(Fault.respond(404, "Location", "/elsewhere"));

        // when
        RecordedAnswer answer = RecordedAnswer.to(socket, question("Why?"));

        // then
        answer.whole();
        assertThat(socket.health().attempts()).isEqualTo(3);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void failsAQuestionThatFindsNoConnectionInTimeAndSendsItNeverAfterwards() throws Exception {
        // given
        server.refuseConnections();
        elsewhere.refuseConnections();
        SocketSettings usual = StreamTestSupport.settings();
        QgptSocket impatient = new QgptSocket(
                rig.wiring,
                new SocketSettings(
                        Duration.ofMillis(300),
                        null,
                        usual.pongTimeout(),
                        usual.reconnect(),
                        usual.stopTimeout(),
                        usual.recovery(),
                        usual.sizes()));

        // when
        RecordedAnswer answer = RecordedAnswer.to(impatient, question("lost"));

        // then
        assertThat(answer.failure())
                .isInstanceOf(ProviderTimeoutException.class)
                .hasMessageContaining("nothing was sent")
                .hasMessageContaining("no Pieces OS answers");
        server.acceptConnections();
        await().atMost(PATIENCE).until(() -> impatient.health().state() == SocketHealth.State.OPEN);
        RecordedAnswer next = RecordedAnswer.to(impatient, question("next"));
        next.whole();
        assertThat(server.received()).hasSize(1);
        impatient.close();
    }

    @Test
    void keepsQuestionsThatWaitForTheConnectionInOrder() throws Exception {
        // given
        server.refuseConnections();
        elsewhere.refuseConnections();
        RecordedAnswer first = RecordedAnswer.to(socket, question("first"));
        RecordedAnswer second = RecordedAnswer.to(socket, question("second"));

        // when
        server.acceptConnections();

        // then
        first.whole();
        second.whole();
        assertThat(server.received())
                .extracting(message -> message.path("question").path("query").asText())
                .containsExactly("first", "second");
    }

    @Test
    void recoversTheAnswerFromItsConversation() throws Exception {
        // given
        String conversation = server.addConversation("talk");
        server.addMessage(conversation, "USER", "Why?");
        server.addMessage(conversation, "SYSTEM", "An old answer that is not the one.");
        server.answerNext(QgptAnswer.of("Half an ", "answer, whole.").with(QgptFault.CLOSE_1011.after(1)));

        // when
        RecordedAnswer answer =
                RecordedAnswer.to(socket, question("Why?", conversation).recovering());

        // then
        AnswerEnd end = answer.whole();
        assertThat(end.recovered()).isEqualTo("Half an answer, whole.");
        assertThat(answer.text).isEqualTo("Half an ");
        assertThat(server.received()).hasSize(1);
        assertThat(socket.health().counters().recovered()).isEqualTo(1);
    }

    @Test
    void givesUpRecoveringWithinItsBound() throws Exception {
        // given
        SocketSettings usual = StreamTestSupport.settings();
        QgptSocket impatient = new QgptSocket(
                rig.wiring,
                new SocketSettings(
                        usual.connectTimeout(),
                        null,
                        usual.pongTimeout(),
                        usual.reconnect(),
                        usual.stopTimeout(),
                        new SocketSettings.Recovery(usual.reconnect(), Duration.ofMillis(500)),
                        usual.sizes()));
        server.forgetBrokenAnswers();
        server.answerNext(QgptAnswer.of("Half an ", "answer").with(QgptFault.CLOSE_1011.after(1)));

        // when
        RecordedAnswer answer = RecordedAnswer.to(impatient, question("Why?").recovering());

        // then
        StreamFaultException cut = (StreamFaultException) answer.failure();
        assertThat(cut.partialText()).isEqualTo("Half an ");
        assertThat(server.received()).hasSize(1);
        impatient.close();
    }

    @Test
    void neverConnectsHot() {
        // given
        server.refuseConnections();
        elsewhere.refuseConnections();

        // when
        socket.start();

        // then
        await().atMost(PATIENCE).until(() -> socket.health().attempts() >= 4);
        assertThat(socket.health().state()).isIn(SocketHealth.State.RECONNECTING, SocketHealth.State.CONNECTING);
        assertThat(socket.health().lastFailure()).contains("no Pieces OS answers");
    }
}
