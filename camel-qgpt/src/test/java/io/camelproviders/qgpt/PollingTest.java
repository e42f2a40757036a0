/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.qgpt.model.Applications.Model;
import io.camelproviders.qgpt.model.Conversations.Conversation;
import io.camelproviders.qgpt.model.Conversations.ConversationMessage;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifier;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read on a schedule or on demand, and URIs that messages complete. */
@SuppressWarnings("NullAway") // A null where none should be fails the test.
class PollingTest {

    private static final long PATIENCE = QgptTestSupport.LONG.toMillis();

    private final QgptTestSupport rig = new QgptTestSupport();
    private final List<Object> got = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    private void collect(String uri) throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).process(exchange -> got.add(exchange.getMessage().getBody()));
            }
        });
    }

    // ---- On a schedule ----

    @Test
    void pollsMessagesEachOnceInOrderAsRecords() throws Exception {
        // given
        String id = rig.server.addConversation("talk");
        rig.server.addMessage(id, "USER", "one");
        rig.server.addMessage(id, "USER", "two");

        // when
        collect("qgpt:conversations/messages?delay=20&initialDelay=0&conversationId=" + id);
        QgptTestSupport.await(() -> got.size() == 2);
        rig.server.addMessage(id, "USER", "three");
        QgptTestSupport.await(() -> got.size() == 3);

        // then
        assertThat(got)
                .extracting(message -> ((ConversationMessage) message).text())
                .containsExactly("one", "two", "three");
    }

    @Test
    void pollsConversationsAndModelsAsRecords() throws Exception {
        // given
        String id = rig.server.addConversation("talk");

        // when
        collect("qgpt:conversations/retrieve?delay=20&initialDelay=0&conversationId=" + id);
        QgptTestSupport.await(() -> got.size() == 1);
        collect("qgpt:models?delay=20&initialDelay=0");
        QgptTestSupport.await(() -> got.size() == 3);

        // then
        assertThat(got.get(0)).isInstanceOfSatisfying(Conversation.class, talk -> assertThat(talk.name())
                .isEqualTo("talk"));
        assertThat(got.subList(1, 3)).hasOnlyElementsOfType(Model.class);
    }

    @Test
    void followsAGivenPathToTheItems() throws Exception {
        // given
        String id = rig.server.addConversation("talk");
        rig.server.addMessage(id, "USER", "one");

        // when
        collect("qgpt:conversations/messages?delay=20&initialDelay=0&itemsPath=iterable&conversationId=" + id);

        // then
        QgptTestSupport.await(() -> got.size() == 1);
        assertThat(got.get(0)).isInstanceOf(Map.class);
    }

    // ---- On demand ----

    @Test
    void takesMessagesOnDemandOneByOne() {
        // given
        String id = rig.server.addConversation("talk");
        rig.server.addMessage(id, "USER", "one");
        rig.server.addMessage(id, "USER", "two");
        String uri = "qgpt:conversations/messages?delay=20&conversationId=" + id;

        // when
        ConsumerTemplate taker = rig.context.createConsumerTemplate();
        Object first = taker.receiveBody(uri, PATIENCE);
        Object second = taker.receiveBody(uri, PATIENCE);

        // then
        assertThat(List.of(first, second))
                .extracting(message -> ((ConversationMessage) message).text())
                .containsExactly("one", "two");
    }

    @Test
    void enrichesWithTheAnswersToQuestionsThatNobodyWaitedFor() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:take").pollEnrich("qgpt:stream", 500);
            }
        });
        // It takes part from its first use on.
        rig.send("direct:take", "");

        // when
        rig.send("qgpt:stream?exchangePattern=InOnly", "one");
        rig.send("qgpt:stream?exchangePattern=InOnly", "two");
        QgptTestSupport.await(() -> {
            Object taken = rig.send("direct:take", "").getMessage().getBody();
            if (taken != null) {
                got.add(taken);
            }
            return got.size() == 2;
        });

        // then
        assertThat(got).containsExactlyInAnyOrder("You asked: one", "You asked: two");
    }

    @Test
    void anAnswerGoesToAConsumerThatStartedAfterItsQuestionWasAsked() throws Exception {
        // given
        rig.server.holdAnswersUntil(2);
        rig.send("qgpt:stream?exchangePattern=InOnly", "one");
        QgptTestSupport.await(() -> rig.asked().size() == 1);

        // when
        collect("qgpt:stream");
        rig.send("qgpt:stream?exchangePattern=InOnly", "two");

        // then
        QgptTestSupport.await(() -> got.size() == 2);
        assertThat(got).containsExactlyInAnyOrder("You asked: one", "You asked: two");
    }

    @Test
    void takesChangesOfConversationsOnDemand() throws Exception {
        // given
        ConsumerTemplate taker = rig.context.createConsumerTemplate();
        String uri = "qgpt:conversations/stream";
        taker.receive(uri, 10);
        QgptTestSupport.await(() -> rig.server.watchers().size() == 1);

        // when
        String id = rig.server.addConversation("talk");
        Exchange change = taker.receive(uri, PATIENCE);

        // then
        assertThat(change.getMessage().getHeader(QgptConstants.CONVERSATION_ID)).isEqualTo(id);
        assertThat(change.getMessage().getBody()).isInstanceOf(StreamedIdentifier.class);
        taker.doneUoW(change);
    }

    @Test
    void tellsWhoeverTakesOnDemandThatAnAnswerWasCutOff() {
        // given
        ConsumerTemplate taker = rig.context.createConsumerTemplate();
        taker.receive("qgpt:stream?bridgeErrorHandler=true", 10);
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.resetAfter(1)));

        // when
        rig.send("qgpt:stream?exchangePattern=InOnly", "Why?");
        Exchange told = taker.receive("qgpt:stream?bridgeErrorHandler=true", PATIENCE);

        // then
        assertThat(told.getException()).isInstanceOf(StreamFaultException.class);
    }

    // ---- URIs that messages complete ----

    @Test
    void asksThroughUrisThatMessagesCompleteWithOneProducerForAll() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call")
                        .setHeader("talk", body())
                        .setBody(constant("Why?"))
                        .toD("qgpt:stream?conversationId=${header.talk}&model=m1")
                        .toD("qgpt:conversations/messages?conversationId=${header.talk}");
            }
        });
        int before = rig.context.getEndpoints().size();

        // when
        for (int i = 0; i < 30; i++) {
            assertThat(rig.send("direct:call", "c" + i).getException()).isNull();
        }

        // then
        assertThat(rig.server.received())
                .extracting(message -> message.path("conversation").asText())
                .hasSize(30)
                .doesNotHaveDuplicates()
                .allMatch(conversation -> conversation.startsWith("c"));
        assertThat(rig.server.received())
                .allMatch(message -> message.at("/question/model").asText().equals("m1"));
        assertThat(rig.context.getEndpoints().size() - before).isLessThanOrEqualTo(2);
        assertThat(rig.health().connects()).isEqualTo(1);
    }

    @Test
    void aHeaderCannotChangeWhatAUriSaysThatAMessageCompleted() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:call").toD("qgpt:stream?conversationId=${body}&query=Why");
            }
        });

        // when
        Exchange done = rig.send("direct:call", exchange -> {
            exchange.getMessage().setBody("c1");
            exchange.getMessage().setHeader(QgptConstants.CONVERSATION_ID, "stolen");
        });

        // then
        assertThat(done.getException()).isNull();
        assertThat(rig.server.received().get(0).path("conversation").asText()).isEqualTo("c1");
    }
}
