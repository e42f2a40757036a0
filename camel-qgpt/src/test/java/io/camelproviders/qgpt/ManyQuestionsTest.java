/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.qgpt.QgptAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two hundred questions at once over one socket, their answers interleaved, and a drop in the middle of them. */
class ManyQuestionsTest {

    private static final int QUESTIONS = 200;

    private final QgptTestSupport rig = new QgptTestSupport();

    @AfterEach
    void close() {
        rig.close();
        assertThat(rig.server.loopback().failures()).isEmpty();
    }

    /** Twenty words each, five for every tenth; q100 takes the connection with it after ten. */
    private static String whole(int number) {
        return ("q" + number + " ").repeat(number % 10 == 7 ? 5 : 20);
    }

    private List<Exchange> askAll(String options) throws Exception {
        rig.server.answerWith(query -> {
            if (!query.matches("q\\d+")) {
                return QgptAnswer.words(query);
            }
            QgptAnswer answer = QgptAnswer.words(whole(Integer.parseInt(query.substring(1))));
            return query.equals("q100") ? answer.with(Fault.resetAfter(10)) : answer;
        });
        rig.server.holdAnswersUntil(QUESTIONS);
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("qgpt:stream?" + options);
            }
        });
        List<CompletableFuture<Exchange>> answers = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            Exchange exchange = rig.context.getEndpoint("direct:in").createExchange();
            exchange.getMessage().setBody("q" + i);
            exchange.getMessage().setHeader(QgptConstants.CONVERSATION_ID, "c" + i);
            answers.add(rig.context.createProducerTemplate().asyncSend("direct:in", exchange));
        }
        QgptTestSupport.await(() -> answers.stream().allMatch(CompletableFuture::isDone));
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private void assertNothingSentTwiceAndUsableAfterwards() {
        Exchange next = rig.send("direct:in", "afterwards");
        assertThat(next.getMessage().getBody()).isEqualTo("afterwards");
        assertThat(rig.asked()).hasSize(QUESTIONS + 1).doesNotHaveDuplicates();
        assertThat(rig.server.received())
                .hasSize(QUESTIONS + 1)
                .extracting((JsonNode message) -> message.path("request").asText())
                .doesNotHaveDuplicates();
        assertThat(rig.health().connects()).isEqualTo(2);
        assertThat(rig.health().counters().inFlight()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "streamTo=mock:chunk"})
    void areEachWholeOrFailedByNameAndNeverMixedOrAskedAgain(String options) throws Exception {
        // when
        List<Exchange> ends = askAll(options);

        // then
        int cut = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            Exception failure = ends.get(i).getException();
            if (failure == null) {
                assertThat(ends.get(i).getMessage().getBody()).isEqualTo(whole(i));
            } else {
                cut++;
                assertThat(failure).isInstanceOf(StreamFaultException.class).hasMessageStartingWith("qgpt:stream: ");
                assertThat(whole(i)).startsWith(((StreamFaultException) failure).partialText());
            }
        }
        assertThat(cut).isPositive();
        assertNothingSentTwiceAndUsableAfterwards();
    }

    @Test
    void areAllWholeWhenTheirAnswersAreFetchedAfterTheDrop() throws Exception {
        // when
        List<Exchange> ends = askAll("recover=true");

        // then
        for (int i = 0; i < QUESTIONS; i++) {
            assertThat(ends.get(i).getException()).isNull();
            assertThat(ends.get(i).getMessage().getBody()).isEqualTo(whole(i));
        }
        assertThat(ends)
                .filteredOn(end -> end.getMessage().getHeader(QgptConstants.RESPONSE_RECOVERED) != null)
                .isNotEmpty();
        assertNothingSentTwiceAndUsableAfterwards();
    }
}
