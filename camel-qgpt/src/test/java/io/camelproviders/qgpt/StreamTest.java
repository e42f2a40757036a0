/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.error.AbortedException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ProviderTimeoutException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.qgpt.model.Relevance.QgptRelevanceOutput;
import io.camelproviders.qgpt.stream.QgptEvent;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import io.camelproviders.testkit.qgpt.QgptFault;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // A null where none should be fails the test.
class StreamTest {

    private final QgptTestSupport rig = new QgptTestSupport();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    private static String text(Exchange exchange) {
        return exchange.getMessage().getBody(String.class);
    }

    private List<JsonNode> stops() {
        return rig.server.received().stream()
                .filter(message -> message.path("stop").asBoolean())
                .toList();
    }

    private java.util.concurrent.Future<Exchange> later(String uri, Object body) {
        return rig.context.createFluentProducerTemplate().to(uri).withBody(body).asyncSend();
    }

    // ---- The three modes ----

    @Test
    void answersAsAWholeInTheConversationOfTheEndpoint() {
        // when
        Exchange done = rig.send("qgpt:stream?conversationId=c1&model=m1", "Why?");

        // then
        assertThat(text(done)).isEqualTo("You asked: Why?");
        assertThat(done.getMessage().getHeader(QgptConstants.RESPONSE_CONVERSATION))
                .isEqualTo("c1");
        JsonNode sent = rig.server.received().get(0);
        assertThat(sent.path("conversation").asText()).isEqualTo("c1");
        assertThat(sent.path("question").path("model").asText()).isEqualTo("m1");
        assertThat(sent.has("conversationId")).isFalse();
        assertThat(done.getMessage().getHeader(QgptConstants.RESPONSE_REQUEST))
                .isEqualTo(sent.path("request").asText());
    }

    @Test
    void answersASearchWithWhatWasFoundAndWithAnAnswer() {
        // when
        Exchange found =
                rig.send("qgpt:stream", Map.of("relevance", Map.of("query", "Where?", "paths", List.of("/a"))));
        Exchange answered = rig.send("qgpt:stream?paths=/a", "Where?");

        // then
        assertThat(found.getMessage().getBody()).isInstanceOf(QgptRelevanceOutput.class);
        assertThat(text(answered)).isEqualTo("You asked: Where?");
        assertThat(answered.getMessage().getHeader(QgptConstants.RESPONSE_RELEVANCE))
                .isInstanceOf(QgptRelevanceOutput.class);
    }

    @Test
    void handsOutAnIterator() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .to("qgpt:stream?streamMode=iterator")
                        .split(body())
                        .streaming()
                        .process(exchange -> seen.add(
                                exchange.getMessage().getBody(QgptEvent.class).text()));
            }
        });

        // when
        rig.send("direct:in", "Why?");

        // then
        assertThat(String.join("", seen)).isEqualTo("You asked: Why?");
        assertThat(seen).hasSizeGreaterThan(2);
    }

    @Test
    void sendsEachOutputElsewhereInOrderBeforeTheWhole() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:chunk")
                        .process(exchange -> seen.add(exchange.getMessage().getHeader(QgptConstants.EVENT_TYPE) + " "
                                + exchange.getMessage().getHeader(QgptConstants.EVENT_NUMBER)));
            }
        });

        // when
        Exchange done = rig.send("qgpt:stream?streamTo=direct:chunk", "Why?");

        // then
        assertThat(text(done)).isEqualTo("You asked: Why?");
        assertThat(seen).containsExactly("text 1", "text 2", "text 3", "completed 4");
    }

    // ---- Ends ----

    @Test
    void fetchesAnAnswerThatADropCutOff() {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "an ", "answer").with(Fault.resetAfter(1)));

        // when
        Exchange done = rig.send("qgpt:stream?recover=true&conversationId=c1", "Why?");

        // then
        assertThat(done.getException()).isNull();
        assertThat(text(done)).isEqualTo("Half an answer");
        assertThat(done.getMessage().getHeader(QgptConstants.RESPONSE_RECOVERED))
                .isEqualTo(true);
        assertThat(rig.asked()).containsExactly("Why?");
    }

    @Test
    void treatsAMissingPlanAsFinal() {
        // given
        rig.server.answerNext(QgptAnswer.of().with(QgptFault.SUBSCRIPTION_REQUIRED));

        // when
        Exchange done = rig.send("qgpt:stream?maxRetries=3&retryUnsafe=true", "Why?");

        // then
        assertThat(done.getException()).isInstanceOf(ProviderFaultException.class);
        assertThat(((ProviderFaultException) done.getException()).code()).contains("UserSubscriptionRequired");
        assertThat(rig.asked()).containsExactly("Why?");
    }

    @Test
    void stopsAnAnswerThatTakesTooLongAndKeepsItsText() {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.stallAfter(1)));

        // when
        Exchange done = rig.send("qgpt:stream?requestTimeout=500&conversationId=c1", "Why?");

        // then
        assertThat(done.getException())
                .isInstanceOf(StreamFaultException.class)
                .hasMessageContaining("requestTimeout")
                .cause()
                .isInstanceOf(ProviderTimeoutException.class);
        assertThat(((StreamFaultException) done.getException()).partialText()).isEqualTo("Half ");
        QgptTestSupport.await(() -> stops().size() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "streamTo=direct:chunk", "streamMode=iterator"})
    void stopsItsAnswersWhenTheRouteStops(String mode) throws Exception {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "an ", "answer").with(Fault.stallAfter(2)));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in")
                        .routeId("in")
                        .to("qgpt:stream?" + mode)
                        .split(body())
                        .streaming()
                        .process(exchange -> seen.add("piece"));
                from("direct:chunk").process(exchange -> seen.add("chunk"));
            }
        });
        java.util.concurrent.Future<Exchange> asked = later("direct:in", "Why?");
        // Camel's splitter looks one step ahead, so the first piece is split off when the second is there.
        QgptTestSupport.await(() -> mode.isEmpty() ? rig.asked().size() == 1 : !seen.isEmpty());

        // when
        rig.context.getRouteController().stopRoute("in", 1, java.util.concurrent.TimeUnit.SECONDS);

        // then
        QgptTestSupport.await(() -> stops().size() == 1);
        assertThat(stops().get(0).path("conversation").asText()).isNotEmpty();
        assertThat(asked.get(60, java.util.concurrent.TimeUnit.SECONDS).getException())
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isInstanceOf(AbortedException.class),
                        failure -> assertThat(failure).isInstanceOf(StreamFaultException.class),
                        // Camel's own word, if it was in the middle of a piece.
                        failure -> assertThat(failure).isInstanceOf(RejectedExecutionException.class));
    }

    @Timeout(60)
    @ParameterizedTest
    @ValueSource(strings = {"direct:iterator", "direct:split", "direct:streamTo"})
    void stopsAnAnswerWhoseRouteHadEnoughOfItAndNoOther(String route) throws Exception {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "an ", "answer").with(Fault.stallAfter(2)));
        rig.server.answerNext(QgptAnswer.of("The ", "other ", "one").with(Fault.stallAfter(2)));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:iterator")
                        .to("qgpt:stream?streamMode=iterator&conversationId=c1")
                        .process(exchange ->
                                exchange.getMessage().getBody(Iterator.class).next());
                from("direct:split")
                        .to("qgpt:stream?streamMode=iterator&conversationId=c1&readIdleTimeout=10m")
                        .split(body())
                        .streaming()
                        .stopOnException()
                        .throwException(new IllegalStateException("enough"));
                from("direct:streamTo").to("qgpt:stream?streamTo=direct:chunk&conversationId=c1");
                from("direct:chunk").throwException(new IllegalStateException("enough"));
            }
        });
        java.util.concurrent.Future<Exchange> other = later("qgpt:stream?conversationId=c2", "slow");
        QgptTestSupport.await(() -> rig.asked().size() == 1);

        // when
        rig.send(route, "Why?");

        // then
        QgptTestSupport.await(() -> stops().size() == 1);
        assertThat(stops().get(0).path("conversation").asText()).isEqualTo("c1");
        assertThat(other).isNotDone();
    }

    // ---- Fire and forget ----

    @Test
    void dealsAnswersThatNobodyWaitsForToCompetingConsumers() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tell").to("qgpt:stream?exchangePattern=InOnly");
                from("qgpt:stream").routeId("one").process(exchange -> took("one", exchange));
                from("qgpt:stream").routeId("two").process(exchange -> took("two", exchange));
            }
        });

        // when
        for (int i = 0; i < 20; i++) {
            rig.send("direct:tell", "q" + i);
        }

        // then
        QgptTestSupport.await(() -> seen.size() == 20);
        assertThat(seen).map(one -> one.substring(4)).doesNotHaveDuplicates().allMatch(one -> one.contains("asked: q"));
        assertThat(seen).map(one -> one.substring(0, 3)).contains("one", "two");
        assertThat(rig.server.loopback().acceptedConnections()).isLessThanOrEqualTo(3);
        assertThat(rig.server.sockets()).hasSize(1);
    }

    private void took(String who, Exchange exchange) {
        assertThat(exchange.getMessage().getHeader(QgptConstants.CONVERSATION_ID))
                .isNotNull();
        seen.add(who + " " + text(exchange));
    }

    @Test
    void handsTheOutputsOfSuchAnswersOneByOne() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:tell").to("qgpt:stream?exchangePattern=InOnly");
                from("qgpt:stream?streamMode=iterator")
                        .process(exchange -> seen.add(
                                exchange.getMessage().getBody(QgptEvent.class).text()));
            }
        });

        // when
        Exchange told = rig.send("direct:tell", "Why?");

        // then
        QgptTestSupport.await(() -> seen.size() == 4);
        assertThat(String.join("", seen)).isEqualTo("You asked: Why?");
        assertThat(text(told)).isEqualTo("Why?");
    }

    @Test
    void tellsAnAnswerThatWasCutOffToTheExceptionHandler() throws Exception {
        // given
        rig.server.answerNext(QgptAnswer.of("Half ", "answer").with(Fault.resetAfter(1)));
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(StreamFaultException.class).handled(true).process(exchange -> seen.add("cut"));
                from("direct:tell").to("qgpt:stream?exchangePattern=InOnly");
                from("qgpt:stream?bridgeErrorHandler=true").process(exchange -> seen.add(text(exchange)));
            }
        });

        // when
        rig.send("direct:tell", "Why?");
        QgptTestSupport.await(() -> seen.size() == 1);
        rig.send("direct:tell", "Again?");

        // then
        QgptTestSupport.await(() -> seen.size() == 2);
        assertThat(seen).containsExactly("cut", "You asked: Again?");
    }

    @Test
    void keepsAnswersThatComeWhileTheOnlyConsumerIsSuspendedAndPrefersOneThatIsNot() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("qgpt:stream").routeId("one").process(exchange -> took("one", exchange));
            }
        });
        rig.context.getRouteController().suspendRoute("one");

        // when
        rig.send("qgpt:stream?exchangePattern=InOnly", "first");
        QgptTestSupport.await(() -> rig.health().counters().answers() == 1);
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("qgpt:stream").routeId("two").process(exchange -> took("two", exchange));
            }
        });
        rig.send("qgpt:stream?exchangePattern=InOnly", "second");
        QgptTestSupport.await(() -> seen.size() == 1);
        rig.context.getRouteController().resumeRoute("one");

        // then
        QgptTestSupport.await(() -> seen.size() == 2);
        assertThat(seen).containsExactly("two You asked: second", "one You asked: first");
    }

    @Test
    void holdsTheOutputsOfAnAnswerWhileItsConsumerIsSuspended() throws Exception {
        // given
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("qgpt:stream?streamMode=iterator")
                        .routeId("one")
                        .process(exchange -> seen.add(
                                exchange.getMessage().getBody(QgptEvent.class).text()));
            }
        });
        rig.context.getRouteController().suspendRoute("one");

        // when
        rig.send("qgpt:stream?exchangePattern=InOnly", "Why?");
        QgptTestSupport.await(() -> rig.health().counters().answers() == 1);
        assertThat(seen).isEmpty();
        rig.context.getRouteController().resumeRoute("one");

        // then
        QgptTestSupport.await(() -> seen.size() == 4);
        assertThat(String.join("", seen)).isEqualTo("You asked: Why?");
    }
}
