/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.chatroutes.ChatroutesConstants;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.chatroutes.stream.ChatroutesEvent;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import java.util.stream.Collectors;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A streamed answer as one finite body of server-sent events, in the forms that it may take. */
class StreamedAnswersTest extends CamelTestSupport {

    private static final String PATH = "/api/v1/conversations/conv_kitchen/messages/stream";
    private static final String COLD = "data: {\"type\":\"content\",\"content\":\"Cold \",\"model\":\"gpt-5\"}\n\n";
    private static final String SOUP = "data: {\"type\":\"content\",\"content\":\"soup 🍅\",\"model\":\"gpt-5\"}\n\n";
    private static final String COMPLETE =
            "data: {\"type\":\"complete\",\"message\":{\"id\":\"msg_4\",\"role\":\"assistant\","
                    + "\"content\":\"Cold soup 🍅\"},\"usage\":{\"totalTokens\":9},\"model\":\"gpt-5-2025-08-07\"}\n\n";
    private static final String DONE = "data: [DONE]\n\n";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockService.start();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return WireMockService.addTo(super.createCamelContext(), SERVER);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(ProviderException.class).handled(true).to("mock:failed");
                String stream = "chatroutes:messages/stream?conversationId=conv_kitchen";
                from("direct:aggregate").to(stream + "&streamTo=mock:chunk").to("mock:result");
                from("direct:iterator")
                        .to(stream + "&streamMode=iterator")
                        .split(body())
                        .streaming()
                        .to("mock:chunk");
            }
        };
    }

    private static void respond(ResponseDefinitionBuilder response) {
        SERVER.stubFor(post(urlPathEqualTo(PATH))
                .withHeader("Accept", equalTo("text/event-stream"))
                .willReturn(response));
    }

    private static ResponseDefinitionBuilder events(String body) {
        return aResponse().withHeader("Content-Type", "text/event-stream").withBody(body);
    }

    private Exchange ask(String from, String mock) throws InterruptedException {
        MockEndpoint expected = getMockEndpoint(mock);
        expected.expectedMessageCount(1);
        template().sendBody(from, "And in summer?");
        expected.assertIsSatisfied();
        return expected.getReceivedExchanges().get(0);
    }

    private ProviderException failure() throws InterruptedException {
        return ask("direct:aggregate", "mock:failed").getProperty(Exchange.EXCEPTION_CAUGHT, ProviderException.class);
    }

    private String chunks() {
        return getMockEndpoint("mock:chunk").getReceivedExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody())
                .filter(ChatroutesEvent.Content.class::isInstance)
                .map(chunk -> ((ChatroutesEvent.Content) chunk).text())
                .collect(Collectors.joining());
    }

    static Stream<Arguments> forms() {
        String whole = COLD + SOUP + COMPLETE + DONE;
        return Stream.of(
                arguments("as documented", whole),
                arguments("no blank after the colon", whole.replace("data: ", "data:")),
                arguments("lines that end with CR LF", whole.replace("\n", "\r\n")),
                arguments(
                        "comments, ids and event names",
                        ": hm\n\n" + whole.replace("data: {", "event: x\nid: 1\ndata: {")),
                arguments("a chunk of an unknown type", "data: {\"type\":\"thinking\"}\n\n" + whole),
                arguments("data behind the end mark", whole + "data: more\n\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void theAnswerIsReadInEveryForm(String form, String body) throws Exception {
        // given
        respond(events(body));

        // when
        Exchange done = ask("direct:aggregate", "mock:result");

        // then
        assertThat(done.getMessage().getBody(SendResult.class).text()).isEqualTo("Cold soup 🍅");
        assertThat(done.getMessage().getHeader(ChatroutesConstants.RESPONSE_MODEL))
                .isEqualTo("gpt-5-2025-08-07");
        assertThat(chunks()).isEqualTo("Cold soup 🍅");
    }

    @Test
    void anIteratorReturnsTheChunksOneByOne() throws Exception {
        // given
        respond(events(COLD + SOUP + COMPLETE + DONE));
        MockEndpoint chunk = getMockEndpoint("mock:chunk");
        chunk.expectedMessageCount(3);

        // when
        template().sendBody("direct:iterator", "And in summer?");

        // then
        chunk.assertIsSatisfied();
        assertThat(chunks()).isEqualTo("Cold soup 🍅");
    }

    static Stream<Arguments> cut() {
        return Stream.of(
                arguments("the final message is missing", COLD + SOUP + DONE, "Cold soup 🍅"),
                arguments("the end mark is missing", COLD + SOUP + COMPLETE, "Cold soup 🍅"),
                arguments("the body ends inside a chunk", COLD + SOUP.substring(0, 30), "Cold "),
                arguments(
                        "an error chunk",
                        COLD + "data: {\"type\":\"error\",\"message\":\"Quota exceeded\"}\n\n",
                        "Cold "),
                arguments(
                        "a chunk that is not JSON",
                        COLD + "data: {\"type\":\"con\n\n" + SOUP + COMPLETE + DONE,
                        "Cold "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cut")
    void anAnswerThatIsCutShortFailsWithTheTextSoFarAndIsNotAskedAgain(String how, String body, String text)
            throws Exception {
        // given
        respond(events(body));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOfSatisfying(StreamFaultException.class, cut -> assertThat(cut.partialText())
                .isEqualTo(text));
        SERVER.verify(1, postRequestedFor(urlPathEqualTo(PATH)));
    }

    @Test
    void anErrorThatComesFirstIsAnErrorOfTheProvider() throws Exception {
        // given
        respond(events("data: {\"error\":\"Quota exceeded\"}\n\n"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(ProviderFaultException.class).hasMessageContaining("Quota exceeded");
    }

    @Test
    void anOrdinaryResponseIsTakenForTheWholeAnswer() throws Exception {
        // given
        respond(WireMockService.json(
                200, "{\"success\":true,\"data\":{\"message\":{\"id\":\"msg_4\",\"content\":\"Cold soup\"}}}"));

        // when
        Exchange done = ask("direct:aggregate", "mock:result");

        // then
        assertThat(done.getMessage().getBody(SendResult.class).text()).isEqualTo("Cold soup");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void aRefusalBeforeTheFirstChunkIsNotRepeated(int status) throws Exception {
        // given
        respond(WireMockService.json(status, "{\"success\":false,\"error\":\"Failed to send message\"}"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(ServerException.class).hasMessageContaining("Failed to send message");
        SERVER.verify(1, postRequestedFor(urlPathEqualTo(PATH)));
    }
}
