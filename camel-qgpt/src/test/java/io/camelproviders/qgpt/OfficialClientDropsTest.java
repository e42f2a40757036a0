/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.qgpt.operation.DiscoverySettings;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import io.camelproviders.testkit.qgpt.QgptFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the official clients of Pieces OS get wrong when a connection is lost or a server moves, and what is done here
 * instead: callers that hang for ever, messages lost or sent again after a reconnect, dead peers and changed ports that are
 * never noticed.
 */
@SuppressWarnings("NullAway") // A null where none should be fails the test.
class OfficialClientDropsTest {

    private final QgptTestSupport rig = new QgptTestSupport();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    @Test
    void aDroppedStreamWakesItsCaller() {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "an ", "answer").with(Fault.resetAfter(2)));
        long begin = System.nanoTime();

        // when
        Exchange done = rig.send("qgpt:stream", "Why?");

        // then
        assertThat(done.getException()).isInstanceOf(StreamFaultException.class);
        assertThat("Half an ").startsWith(((StreamFaultException) done.getException()).partialText());
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void afterADropTheNextQuestionIsSent() {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.resetAfter(1)));
        rig.send("qgpt:stream", "first");

        // when
        Exchange next = rig.send("qgpt:stream", "second");

        // then
        assertThat(next.getMessage().getBody()).isEqualTo("You asked: second");
        assertThat(rig.asked()).containsExactly("first", "second");
    }

    @Test
    void aReconnectSendsNoOldQuestionAgain() throws Exception {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.resetAfter(1)));
        rig.send("qgpt:stream", "first");

        // when
        for (int drop = 1; drop <= 3; drop++) {
            long connects = drop;
            QgptTestSupport.await(() ->
                    rig.health().connects() > connects && rig.server.sockets().size() == 1);
            rig.server.sockets().get(0).reset();
        }
        QgptTestSupport.await(() -> rig.health().connects() == 5);
        rig.send("qgpt:stream", "last");

        // then
        assertThat(rig.asked()).containsExactly("first", "last");
    }

    @Test
    void aQuestionThatFoundNoConnectionFailsAndIsNeverSentLater() throws Exception {
        // given
        rig.server.refuseConnections();

        // when
        Exchange lost = rig.send("qgpt:stream?connectTimeout=300", "lost");
        rig.server.acceptConnections();
        QgptTestSupport.await(() -> rig.health().connects() == 1);
        rig.send("qgpt:stream", "next");

        // then
        assertThat(lost.getException())
                .isInstanceOf(ProviderTimeoutException.class)
                .hasMessageContaining("nothing was sent");
        assertThat(rig.asked()).containsExactly("next");
    }

    @Test
    void aHalfDeadPeerIsFoundByPings() {
        // given
        rig.component.getConfiguration().setPingInterval(100);
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(QgptFault.NO_PONG.after(1)));

        // when
        Exchange done = rig.send("qgpt:stream?readIdleTimeout=10m", "Why?");

        // then
        assertThat(done.getException())
                .isInstanceOf(StreamFaultException.class)
                .hasCauseInstanceOf(ProviderTimeoutException.class)
                .hasMessageContaining("ping");
        assertThat(((StreamFaultException) done.getException()).partialText()).isEqualTo("Half ");
        assertThat(rig.send("qgpt:stream", "Again?").getException()).isNull();
    }

    @Test
    void pingsAreSentAndThoseOfTheServerAnswered() throws Exception {
        // given
        rig.component.getConfiguration().setPingInterval(100);

        // when
        rig.send("qgpt:stream", "Why?");
        rig.server.sockets().get(0).ping();

        // then
        QgptTestSupport.await(() -> rig.server.sockets().get(0).pongs() == 1
                && rig.server.sockets().get(0).pings() > 3);
        assertThat(rig.health().connects()).isEqualTo(1);
    }

    @Test
    void aServerThatCameBackOnAnotherPortIsFoundByTheStreamAndByCalls() throws Exception {
        try (FakeQgptServer elsewhere = FakeQgptServer.start()) {
            // given
            rig.component.places(
                    new DiscoverySettings(List.of(), List.of(rig.server.port(), elsewhere.port()), List.of()));
            rig.send("qgpt:stream", "first");
            rig.send("qgpt:question", "first");

            // when
            rig.server.close();
            // A question that was under way when the connection went would fail, and rightly.
            QgptTestSupport.await(() -> rig.health().connects() == 2);
            Exchange called = rig.send("qgpt:question", "second");
            Exchange streamed = rig.send("qgpt:stream", "second");

            // then
            assertThat(called.getException()).isNull();
            assertThat(streamed.getException()).isNull();
            assertThat(rig.health().server().base())
                    .isEqualTo(elsewhere.loopback().uri());
            assertThat(rig.asked()).containsExactly("first");
            assertThat(rig.posted("/qgpt/question")).isEqualTo(1);
            assertThat(elsewhere.received()).hasSize(1);
        }
    }

    @Test
    void aCallAfterARestartOnAnotherPortGoesToThePortThatTheFileTellsNow(@TempDir Path home) throws Exception {
        try (FakeQgptServer elsewhere = FakeQgptServer.start()) {
            // given
            Path file = rig.server.writePortFile(home);
            rig.component.places(new DiscoverySettings(List.of(file), List.of(), List.of()));
            rig.send("qgpt:question", "first");

            // when
            rig.server.close();
            Files.writeString(file, elsewhere.port() + "\n");

            // then
            // One that goes out on a kept connection that is just being reset fails: it may have been answered.
            QgptTestSupport.await(() -> rig.send("qgpt:question", "second").getException() == null);
            assertThat(elsewhere.journal().all()).extracting(Request::path).contains("/qgpt/question");
        }
    }

    @Test
    void aDropWhileManyRoutesWaitWakesThemAll() throws Exception {
        // given
        rig.server.answerWith(query -> QgptAnswer.of("Half ", "answer").with(Fault.stallAfter(1)));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < 5; i++) {
                    rig.server.addModel("m" + i);
                    from("direct:in" + i).to("qgpt:stream?model=m" + i);
                }
            }
        });
        List<Future<Exchange>> waiting = new java.util.ArrayList<>();
        for (int i = 0; i < 20; i++) {
            waiting.add(rig.context
                    .createFluentProducerTemplate()
                    .to("direct:in" + i % 5)
                    .withBody("q" + i)
                    .asyncSend());
        }
        QgptTestSupport.await(() -> rig.server.received().size() == 20);

        // when
        rig.server.sockets().get(0).reset();

        // then
        QgptTestSupport.await(() -> waiting.stream().allMatch(Future::isDone));
        for (Future<Exchange> one : waiting) {
            assertThat(one.get().getException()).isInstanceOf(StreamFaultException.class);
        }
        assertThat(rig.server.received()).hasSize(20);
    }

    @Test
    void anAnswerIsFetchedFromTheServersNewPort() throws Exception {
        try (FakeQgptServer elsewhere = FakeQgptServer.start()) {
            // given
            rig.component.places(
                    new DiscoverySettings(List.of(), List.of(rig.server.port(), elsewhere.port()), List.of()));
            rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.stallAfter(1)));
            Future<Exchange> asked = rig.context
                    .createFluentProducerTemplate()
                    .to("qgpt:stream?recover=true&conversationId=c1")
                    .withBody("Why?")
                    .asyncSend();
            QgptTestSupport.await(() -> rig.asked().size() == 1);

            // when
            elsewhere.addMessage("c1", "USER", "Why?");
            elsewhere.addMessage("c1", "SYSTEM", "Half answer, whole answer.");
            rig.server.close();
            Exchange done = asked.get(60, java.util.concurrent.TimeUnit.SECONDS);

            // then
            assertThat(done.getException()).isNull();
            assertThat(done.getMessage().getBody()).isEqualTo("Half answer, whole answer.");
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void anAnswerIsFetchedFromAConversationThatOnlyItsOwnOutputsTold() {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "an ", "answer").with(QgptFault.CLOSE_1001.after(2)));

        // when
        Exchange done = rig.send("qgpt:stream?recover=true", "Why?");

        // then
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo("Half an answer");
        assertThat(rig.asked()).containsExactly("Why?");
    }

    @Test
    void aDropIsRepairedByAskingAgainOnlyWhereTheRouteAllowsIt() {
        // given
        rig.server.answerWith(query -> QgptAnswer.words("Answer to " + query));
        rig.server.answerNext(QgptAnswer.of().with(Fault.resetAfter(0)));
        rig.server.answerNext(QgptAnswer.of().with(Fault.resetAfter(0)));

        // when
        Exchange careful = rig.send("qgpt:stream?maxRetries=3&retryDelay=10", "careful");
        Exchange bold = rig.send("qgpt:stream?maxRetries=3&retryDelay=10&retryUnsafe=true", "bold");

        // then
        assertThat(careful.getException()).isInstanceOf(StreamFaultException.class);
        assertThat(bold.getMessage().getBody()).isEqualTo("Answer to bold");
        assertThat(rig.asked()).containsExactly("careful", "bold", "bold");
    }
}
