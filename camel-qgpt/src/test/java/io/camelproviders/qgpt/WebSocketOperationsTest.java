/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.core.operation.Operation;
import io.camelproviders.core.operation.Operation.Role;
import io.camelproviders.qgpt.model.Conversations.StreamedIdentifier;
import io.camelproviders.qgpt.operation.QgptOperations;
import io.camelproviders.testkit.qgpt.FakeQgptServer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every operation of Pieces OS that is a WebSocket, in every role that it has in a route, on the fake server. */
class WebSocketOperationsTest extends CamelTestSupport {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final FakeQgptServer server = FakeQgptServer.start();

    @AfterEach
    void close() {
        server.close();
        assertThat(server.loopback().failures()).isEmpty();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        QgptComponent component = new QgptComponent();
        component.getConfiguration().setBaseUrl(server.baseUrl());
        context.addComponent("qgpt", component);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:ask")
                        .to("qgpt:stream?conversationId=conversation-1&model=m1")
                        .to("mock:response");
                from("direct:submit").to("qgpt:stream?exchangePattern=InOnly");
                from("qgpt:stream").routeId("answers").autoStartup(false).to("mock:answers");
                from("qgpt:conversations/stream")
                        .routeId("changes")
                        .autoStartup(false)
                        .to("mock:changes");
            }
        };
    }

    @Test
    void theTableHasNoWebSocketOperationWithoutATestHere() {
        // when
        Map<String, Set<Role>> operations = QgptOperations.TABLE.all().stream()
                .filter(operation -> operation.method().equals("WS"))
                .collect(Collectors.toMap(Operation::name, Operation::roles));

        // then
        assertThat(operations)
                .isEqualTo(Map.of(
                        "stream", Set.of(Role.PRODUCER, Role.STREAM_CONSUMER),
                        "conversations/stream", Set.of(Role.STREAM_CONSUMER)));
    }

    @Test
    void streamSendsAQuestionAndReturnsTheWholeAnswer() throws Exception {
        // given
        MockEndpoint response = getMockEndpoint("mock:response");
        response.setResultWaitTime(LONG.toMillis());
        response.expectedBodiesReceived("You asked: Is bed 4 dry? {\"a\":1}");
        response.expectedHeaderReceived(QgptConstants.RESPONSE_CONVERSATION, "conversation-1");

        // when
        template().sendBody("direct:ask", "Is bed 4 dry? {\"a\":1}");

        // then
        response.assertIsSatisfied();
        JsonNode sent = server.received().get(0);
        assertThat(sent.path("conversation").asText()).isEqualTo("conversation-1");
        assertThat(sent.path("question").toString())
                .isEqualTo(
                        "{\"query\":\"Is bed 4 dry? {\\\"a\\\":1}\",\"model\":\"m1\",\"relevant\":{\"iterable\":[]}}");
        assertThat(response.getReceivedExchanges().get(0).getMessage().getHeader(QgptConstants.RESPONSE_REQUEST))
                .isEqualTo(sent.path("request").asText());
    }

    @Test
    void streamDeliversTheAnswerOfAQuestionThatNobodyWaitsFor() throws Exception {
        // given
        MockEndpoint answers = getMockEndpoint("mock:answers");
        answers.setResultWaitTime(LONG.toMillis());
        answers.expectedBodiesReceived("You asked: Is bed 5 dry?");
        context().getRouteController().startRoute("answers");

        // when
        template().sendBody("direct:submit", "Is bed 5 dry?");

        // then
        answers.assertIsSatisfied();
        assertThat(server.received()).hasSize(1);
        assertThat(answers.getReceivedExchanges().get(0).getMessage().getHeader(QgptConstants.EVENT_REQUEST))
                .isEqualTo(server.received().get(0).path("request").asText());
    }

    @Test
    void conversationsStreamDeliversEachChangeOfAConversation() throws Exception {
        // given
        MockEndpoint changes = getMockEndpoint("mock:changes");
        changes.setResultWaitTime(LONG.toMillis());
        changes.expectedMessageCount(2);
        context().getRouteController().startRoute("changes");
        Awaitility.await().atMost(LONG).until(() -> server.watchers().size() == 1);

        // when
        String conversation = server.addConversation("Watering");
        server.deleteConversation(conversation);

        // then
        changes.assertIsSatisfied();
        assertThat(changes.getReceivedExchanges())
                .extracting(exchange -> exchange.getMessage().getHeader(QgptConstants.EVENT_TYPE))
                .containsExactly("updated", "deleted");
        assertThat(changes.getReceivedExchanges()).allSatisfy(exchange -> assertThat(exchange.getMessage()
                        .getBody(StreamedIdentifier.class)
                        .conversation()
                        .id())
                .isEqualTo(conversation));
    }
}
