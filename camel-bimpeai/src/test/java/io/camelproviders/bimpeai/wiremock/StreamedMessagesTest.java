/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.bimpeai.BimpeaiConstants;
import io.camelproviders.bimpeai.model.Messages.StreamMessage;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A live stream as finite bodies of server-sent events, each of them one connection. */
class StreamedMessagesTest extends CamelTestSupport {

    private static final String CONVERSATION = WireMockConsole.AGENT + "/conversations/cnv_ada";
    private static final String STREAM = CONVERSATION + "/stream";
    private static final String TICKET = CONVERSATION + "/stream-ticket";
    private static final long LONG_MILLIS = 60_000;

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockConsole.start();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return WireMockConsole.addTo(super.createCamelContext(), SERVER);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("bimpeai:messages/stream?agentId=agt_harbour&conversationId=cnv_ada&after=msg_0"
                                + "&bridgeErrorHandler=true")
                        .routeId("stream")
                        .autoStartup(false)
                        .onException(Exception.class)
                        .handled(true)
                        .to("mock:failed")
                        .end()
                        .to("mock:message");
            }
        };
    }

    private static String data(String id) {
        return "{\"id\":\"" + id + "\",\"conversation_id\":\"cnv_ada\",\"role\":\"customer\",\"message\":\"text of "
                + id + "\",\"created_at\":\"2026-03-03T16:40:00.000Z\"}";
    }

    private static String event(String id) {
        return "id: " + id + "\nevent: message\ndata: " + data(id) + "\n\n";
    }

    private static ResponseDefinitionBuilder events(String body) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body);
    }

    /** Every ticket is good for one connection; the ticket of the n-th is {@code ticket-n}. */
    private static void stubTickets(int count) {
        for (int i = 1; i <= count; i++) {
            SERVER.stubFor(post(urlPathEqualTo(TICKET))
                    .withHeader("Authorization", equalTo("Bearer " + WireMockConsole.API_KEY))
                    .inScenario("tickets")
                    .whenScenarioStateIs(i == 1 ? STARTED : "ticket-" + i)
                    .willReturn(WireMockConsole.json(
                            201, "{\"message\":\"ok\",\"data\":{\"ticket\":\"ticket-" + i + "\",\"expires_in\":60}}"))
                    .willSetStateTo("ticket-" + (i + 1)));
        }
    }

    private static void stubStream(String ticket, String after, ResponseDefinitionBuilder response) {
        SERVER.stubFor(get(urlPathEqualTo(STREAM))
                .withQueryParam("ticket", equalTo(ticket))
                .withQueryParam("after", equalTo(after))
                .withHeader("Accept", equalTo("text/event-stream"))
                .withHeader("Authorization", absent())
                .willReturn(response));
    }

    private MockEndpoint expect(String mock, int messages) {
        MockEndpoint expected = getMockEndpoint(mock);
        expected.setResultWaitTime(LONG_MILLIS);
        expected.expectedMessageCount(messages);
        return expected;
    }

    private void startStream() throws Exception {
        context().getRouteController().startRoute("stream");
    }

    private static List<String> ids(MockEndpoint messages) {
        return messages.getReceivedExchanges().stream()
                .map(exchange ->
                        exchange.getMessage().getBody(StreamMessage.class).id())
                .toList();
    }

    static Stream<Arguments> bodies() {
        String message = data("msg_1");
        return Stream.of(
                arguments(
                        "comments and heartbeats",
                        ": hello\n\nevent: heartbeat\ndata: {\"ts\":1}\n\n" + event("msg_1")),
                arguments("lines that end with CR LF", event("msg_1").replace("\n", "\r\n")),
                arguments("lines that end with CR", event("msg_1").replace("\n", "\r")),
                arguments("a byte order mark", "\uFEFF" + event("msg_1")),
                arguments("no blank after the colon", event("msg_1").replace(": ", ":")),
                arguments(
                        "data on two lines",
                        "id: msg_1\nevent: message\ndata: " + message.replace(",\"role\"", "\ndata: ,\"role\"")
                                + "\n\n"),
                arguments("no id line", "event: message\ndata: " + message + "\n\n"),
                arguments("no event line", "id: msg_1\ndata: " + message + "\n\n"),
                arguments("unknown fields", "retry: 20\nmood: calm\n" + event("msg_1")),
                arguments("an event of an unknown type", "event: weather\ndata: {\"sun\":true}\n\n" + event("msg_1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void aMessageArrivesHoweverItsEventIsWritten(String form, String body) throws Exception {
        // given
        stubTickets(2);
        stubStream("ticket-1", "msg_0", events(body));
        stubStream("ticket-2", "msg_1", aResponse().withStatus(204));
        MockEndpoint messages = expect("mock:message", 1);

        // when
        startStream();

        // then
        messages.assertIsSatisfied();
        Exchange received = messages.getReceivedExchanges().get(0);
        assertThat(received.getMessage().getBody(StreamMessage.class).message()).isEqualTo("text of msg_1");
        assertThat(received.getMessage().getHeader(BimpeaiConstants.EVENT_ID)).isEqualTo("msg_1");
    }

    @Test
    void theNextConnectionResumesAfterTheLastMessageWithATicketOfItsOwn() throws Exception {
        // given
        stubTickets(3);
        stubStream("ticket-1", "msg_0", events(event("msg_1") + event("msg_2")));
        stubStream("ticket-2", "msg_2", events(event("msg_3")));
        stubStream("ticket-3", "msg_3", aResponse().withStatus(204));
        MockEndpoint messages = expect("mock:message", 3);

        // when
        startStream();

        // then
        messages.assertIsSatisfied();
        assertThat(ids(messages)).containsExactly("msg_1", "msg_2", "msg_3");
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(STREAM)).withQueryParam("after", equalTo("msg_2")));
    }

    @Test
    void aMessageThatIsSentAgainAndAnEventThatIsCutOffAreNotDeliveredTwice() throws Exception {
        // given
        stubTickets(3);
        stubStream("ticket-1", "msg_0", events(event("msg_1") + event("msg_2").substring(0, 60)));
        stubStream("ticket-2", "msg_1", events(event("msg_1") + event("msg_2")));
        stubStream("ticket-3", "msg_2", aResponse().withStatus(204));
        MockEndpoint messages = expect("mock:message", 2);

        // when
        startStream();

        // then
        messages.assertIsSatisfied();
        assertThat(ids(messages)).containsExactly("msg_1", "msg_2");
    }

    @Test
    void anEventThatCannotBeReadGoesToTheErrorHandlerAndTheStreamGoesOn() throws Exception {
        // given
        stubTickets(2);
        stubStream("ticket-1", "msg_0", events("id: bad\nevent: message\ndata: {\"id\":\n\n" + event("msg_2")));
        stubStream("ticket-2", "msg_2", aResponse().withStatus(204));
        MockEndpoint messages = expect("mock:message", 1);
        MockEndpoint failed = expect("mock:failed", 1);

        // when
        startStream();

        // then
        messages.assertIsSatisfied();
        failed.assertIsSatisfied();
        assertThat(ids(messages)).containsExactly("msg_2");
    }

    @Test
    void aDeadTicketIsReplacedByAFreshOne() throws Exception {
        // given
        stubTickets(3);
        stubStream("ticket-1", "msg_0", WireMockConsole.json(401, "{\"message\":\"used\",\"code\":\"unauthorized\"}"));
        stubStream("ticket-2", "msg_0", events(event("msg_1")));
        stubStream("ticket-3", "msg_1", aResponse().withStatus(204));
        MockEndpoint messages = expect("mock:message", 1);

        // when
        startStream();

        // then
        messages.assertIsSatisfied();
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(STREAM)).withQueryParam("ticket", equalTo("ticket-1")));
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(STREAM)).withQueryParam("ticket", equalTo("ticket-2")));
    }
}
