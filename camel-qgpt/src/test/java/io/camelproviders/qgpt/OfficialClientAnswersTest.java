/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.FakeWebSocket;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import io.camelproviders.testkit.qgpt.QgptFault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the official clients of Pieces OS get wrong while answers come, and what is done here instead: texts that mix, ends
 * that are none, answers without end, characters broken at the border of frames, one bad message that ends everything.
 */
@SuppressWarnings("NullAway") // A null where none should be fails the test.
class OfficialClientAnswersTest {

    private static final String GREETING = "Gr\u00fc\u00dfe \ud83d\ude00 z\u20ac";

    private final QgptTestSupport rig = new QgptTestSupport();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    private static QgptAnswer greeting() {
        return QgptAnswer.of("Gr\u00fc\u00dfe ", "\ud83d\ude00 ", "z\u20ac");
    }

    private Future<Exchange> later(String uri, String question) {
        return rig.context
                .createFluentProducerTemplate()
                .to(uri)
                .withBody(question)
                .asyncSend();
    }

    private static Exchange end(Future<Exchange> answer) throws Exception {
        return answer.get(60, java.util.concurrent.TimeUnit.SECONDS);
    }

    /** Asks a question whose answer the test itself will write. */
    private Future<Exchange> dictated(String uri) throws Exception {
        rig.server.answerNext(QgptAnswer.of("never").with(Fault.stallAfter(0)));
        Future<Exchange> answer = later(uri, "Why?");
        QgptTestSupport.await(() -> rig.asked().contains("Why?"));
        return answer;
    }

    private FakeWebSocket socket() {
        return rig.server.sockets().get(0);
    }

    private String request() {
        return rig.server.received().get(0).path("request").asText();
    }

    private static String piece(String ids, String text) {
        return "{" + ids + "\"status\":\"IN-PROGRESS\",\"question\":{\"answers\":{\"iterable\":[{\"text\":\"" + text
                + "\"}]}}}";
    }

    @Test
    void parallelQuestionsOfManyRoutesNeverMix() throws Exception {
        // given
        rig.server.answerWith(query -> QgptAnswer.words((query + " ").repeat(30)));
        rig.server.holdAnswersUntil(50);
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < 5; i++) {
                    rig.server.addModel("m" + i);
                    from("direct:in" + i).to("qgpt:stream?model=m" + i);
                }
            }
        });

        // when
        List<Future<Exchange>> answers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            answers.add(later("direct:in" + i % 5, "q" + i));
        }

        // then
        for (int i = 0; i < 50; i++) {
            assertThat(end(answers.get(i)).getMessage().getBody()).isEqualTo(("q" + i + " ").repeat(30));
        }
        assertThat(rig.server.received()).extracting(JsonNode::toString).hasSize(50);
        assertThat(rig.server.received())
                .extracting(message -> message.path("request").asText())
                .doesNotHaveDuplicates();
        assertThat(rig.health().connects()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = QgptFault.class,
            names = {"INITIALIZED", "UNKNOWN_STATUS", "UNLISTED_STATUS", "NO_STATUS", "MIGRATION", "TEXT_IN_COMPLETED"})
    void theAnswerGoesOnAfterInitializedAndUnknownStatuses(QgptFault odd) {
        // given
        rig.server.answerNext(greeting().with(odd));

        // when
        Exchange done = rig.send("qgpt:stream", "Why?");

        // then
        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody()).isEqualTo(GREETING);
    }

    @ParameterizedTest
    @EnumSource(
            value = QgptFault.class,
            names = {"STOPPED", "CANCELED", "RESET"})
    void anAnswerThatTheServerEndsEarlyEndsAtOnceAndKeepsItsText(QgptFault ended) {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(ended.after(1)));

        // when
        Exchange done = rig.send("qgpt:stream", "Why?");

        // then
        assertThat(done.getException())
                .isInstanceOf(StreamFaultException.class)
                .hasCauseInstanceOf(ProviderFaultException.class)
                .hasMessageContaining(ended.name());
        assertThat(((StreamFaultException) done.getException()).partialText()).isEqualTo("Half ");
    }

    @Test
    void aFailureEndsTheAnswerAtOnce() {
        // given
        rig.server.answerNext(QgptAnswer.of().with(QgptFault.FAILED_503));

        // when
        Exchange done = rig.send("qgpt:stream", "Why?");

        // then
        assertThat(done.getException())
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("The engine is currently overloaded");
        assertThat(rig.send("qgpt:stream", "Again?").getException()).isNull();
        assertThat(rig.health().connects()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"firstChunkTimeout=200", "requestTimeout=200"})
    void aServerThatNeverAnswersIsGivenUp(String bound) {
        // given
        rig.server.answerNext(QgptAnswer.of("never").with(Fault.stallAfter(0)));

        // when
        Exchange done = rig.send("qgpt:stream?" + bound, "Why?");

        // then
        assertThat(done.getException())
                .isInstanceOf(ProviderTimeoutException.class)
                .hasMessageContaining(bound.substring(0, bound.indexOf('=')));
    }

    @Test
    void aStopNamesItsOwnConversationAndNothingElseAndWhatComesLateStartsNoNewAnswer() throws Exception {
        // given
        List<Object> unclaimed = new CopyOnWriteArrayList<>();
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("qgpt:stream")
                        .process(exchange -> unclaimed.add(exchange.getMessage().getBody()));
            }
        });
        rig.server.ignoreStops();
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.stallAfter(1)));
        Future<Exchange> other = later("qgpt:stream?readIdleTimeout=500&conversationId=c1", "slow");

        // when
        Exchange stopped = end(other);
        QgptTestSupport.await(() -> rig.server.received().size() == 2);
        String ids = "\"request\":\"" + request() + "\",\"conversation\":\"c1\",";
        socket().text(piece(ids, "late"));
        socket().text("{" + ids + "\"status\":\"STOPPED\"}");
        Exchange next = rig.send("qgpt:stream?conversationId=c1", "next");

        // then
        assertThat(rig.server.received().get(1).toString()).isEqualTo("{\"conversation\":\"c1\",\"stop\":true}");
        assertThat(((StreamFaultException) stopped.getException()).partialText())
                .isEqualTo("Half ");
        assertThat(next.getMessage().getBody()).isEqualTo("You asked: next");
        assertThat(unclaimed).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = QgptFault.class,
            names = {"FRAGMENTED", "BINARY", "SEVERAL_ELEMENTS"})
    void charactersSplitOverFramesStayWhole(QgptFault odd) {
        // given
        rig.server.answerNext(greeting().with(odd));

        // when
        Exchange done = rig.send("qgpt:stream", "Why?");

        // then
        assertThat(done.getMessage().getBody()).isEqualTo(GREETING);
    }

    @Test
    void aBadMessageHurtsNoOtherAnswer() throws Exception {
        // given
        Future<Exchange> answer = dictated("qgpt:stream");
        String ids = "\"request\":\"" + request() + "\",\"conversation\":\"c1\",";

        // when
        socket().text(piece(ids, "one "));
        for (String bad : List.of(
                "",
                "{",
                "[]",
                "42",
                "null",
                "\"text\"",
                "{\"request\":7}",
                "{\"request\":{\"a\":1},\"status\":[]}",
                "{\"conversation\":null,\"status\":\"COMPLETED\"}",
                "{\"request\":\"other\",\"question\":\"odd\"}")) {
            socket().text(bad);
        }
        socket().binary(new byte[0]);
        socket().text(piece(ids, "two"));
        socket().text("{" + ids + "\"status\":\"COMPLETED\"}");

        // then
        assertThat(end(answer).getMessage().getBody()).isEqualTo("one two");
        assertThat(rig.health().connects()).isEqualTo(1);
        assertThat(rig.health().counters().malformed()).isPositive();
    }

    @Test
    void anOutputWithoutConversationOrScoreCountsAllTheSame() throws Exception {
        // given
        Future<Exchange> answer = dictated("qgpt:stream");
        String ids = "\"request\":\"" + request() + "\",";

        // when
        socket().text(piece(ids, "text"));
        socket().text("{" + ids + "\"status\":\"COMPLETED\"}");

        // then
        assertThat(end(answer).getMessage().getBody()).isEqualTo("text");
    }

    @Test
    void anEndWithoutARequestIdEndsTheOneAnswerOfItsConversation() throws Exception {
        // given
        Future<Exchange> answer = dictated("qgpt:stream?conversationId=c7");

        // when
        socket().text(piece("\"conversation\":\"c7\",", "text"));
        socket().text("{\"conversation\":\"c7\",\"status\":\"COMPLETED\"}");

        // then
        assertThat(end(answer).getMessage().getBody()).isEqualTo("text");
    }
}
