/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.igpt.IgptConstants;
import io.camelproviders.igpt.model.Runs.RunResult;
import io.camelproviders.igpt.stream.IgptEvent;
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
import org.junit.jupiter.params.provider.ValueSource;

/** A streamed answer as one finite body of server-sent events, in the forms that it may take. */
class StreamedAnswersTest extends CamelTestSupport {

    private static final String IN = "data: {\"type\":\"run.output_text.delta\",\"seq\":1,\"delta\":\"In \"}\n\n";
    private static final String MAY = "data: {\"type\":\"run.output_text.delta\",\"seq\":2,\"delta\":\"May.\"}\n\n";
    private static final String DONE = "data: {\"type\":\"run.done\",\"seq\":3,\"id\":\"run_7\",\"duration\":900,"
            + "\"output\":\"In May.\",\"usage\":{\"total_tokens\":5},\"metadata\":{\"sources\":[]}}\n\n";

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
                from("direct:run")
                        .to("igpt:recall/run?stream=true&streamTo=mock:chunk")
                        .to("mock:result");
                from("direct:ask")
                        .to("igpt:recall/ask?stream=true&streamTo=mock:chunk")
                        .to("mock:result");
                from("direct:iterator")
                        .to("igpt:recall/run?stream=true&streamMode=iterator")
                        .split(body())
                        .streaming()
                        .to("mock:chunk");
            }
        };
    }

    private static void respond(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl())
                .withRequestBody(matchingJsonPath("$.stream", equalTo("true")))
                .willReturn(response));
    }

    private Exchange ask(String from, String mock) throws InterruptedException {
        MockEndpoint expected = getMockEndpoint(mock);
        expected.expectedMessageCount(1);
        template().sendBody(from, "When is the roof due?");
        expected.assertIsSatisfied();
        return expected.getReceivedExchanges().get(0);
    }

    private List<String> chunkTypes() {
        return getMockEndpoint("mock:chunk").getReceivedExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(IgptEvent.class).type())
                .toList();
    }

    @Test
    void aRunBecomesItsResultAndEachEventAnExchange() throws Exception {
        // given
        respond(WireMockService.events(
                "data: {\"type\":\"run.start\",\"seq\":0,\"id\":\"run_7\"}\n\n" + IN + MAY + DONE));

        // when
        Exchange done = ask("direct:run", "mock:result");

        // then
        assertThat(done.getMessage().getBody(RunResult.class).text()).contains("In May.");
        assertThat(done.getMessage().getHeader(IgptConstants.RESPONSE_RUN_ID)).isEqualTo("run_7");
        assertThat(chunkTypes())
                .containsExactly("run.start", "run.output_text.delta", "run.output_text.delta", "run.done");
    }

    @Test
    void anIteratorReturnsTheEventsInTheirOrder() throws Exception {
        // given
        respond(WireMockService.events(IN + MAY + DONE));
        MockEndpoint chunk = getMockEndpoint("mock:chunk");
        chunk.expectedMessageCount(3);

        // when
        template().sendBody("direct:iterator", "When is the roof due?");

        // then
        chunk.assertIsSatisfied();
        assertThat(chunk.getReceivedExchanges())
                .extracting(exchange ->
                        exchange.getMessage().getBody(IgptEvent.class).text())
                .startsWith("In ", "May.");
    }

    static Stream<Arguments> forms() {
        String a = "{\"delta\":\"Lena \"}";
        String b = "{\"delta\":\"does.\"}";
        return Stream.of(
                arguments("a blank after the colon", "data: " + a + "\n\ndata: " + b + "\n\n"),
                arguments("no blank after the colon", "data:" + a + "\n\ndata:" + b + "\n\n"),
                arguments("no empty lines", "data: " + a + "\ndata: " + b + "\n"),
                arguments("bare lines", a + "\n" + b + "\n"),
                arguments("a last line without an end", "data: " + a + "\n\ndata: " + b),
                arguments("lines that end with CR LF", "data: " + a + "\r\n\r\ndata: " + b + "\r\n\r\n"),
                arguments(
                        "other fields",
                        ": hm\nid: 1\nevent: x\nretry: 5\ndata: " + a + "\n\ndata:\n\ndata: " + b + "\n\n"),
                arguments("an end mark", "data: " + a + "\n\ndata: " + b + "\n\ndata: [DONE]\n\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void theAnswerOfAnAskIsReadInEveryForm(String form, String body) throws Exception {
        // given
        respond(WireMockService.events(body));

        // when
        Exchange done = ask("direct:ask", "mock:result");

        // then
        assertThat(done.getMessage().getBody()).isEqualTo("Lena does.");
        assertThat(chunkTypes()).hasSize(2);
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("the last event is missing", IN + MAY, "In May."),
                arguments("an error event", IN + "data: {\"error\":\"network_error\"}\n\n", "In "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aRunThatIsCutShortFailsWithTheTextSoFarAndIsNotAskedAgain(String how, String body, String text)
            throws Exception {
        // given
        respond(WireMockService.events(body));

        // when
        Exchange failed = ask("direct:run", "mock:failed");

        // then
        assertThat(failed.getProperty(Exchange.EXCEPTION_CAUGHT, StreamFaultException.class)
                        .partialText())
                .isEqualTo(text);
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:run", "direct:ask", "direct:iterator"})
    void anErrorInPlaceOfTheStreamFailsInEveryMode(String from) throws Exception {
        // given
        respond(WireMockService.json(200, "{\"error\":\"auth\"}"));

        // when
        Exchange failed = ask(from, "mock:failed");

        // then
        assertThat(failed.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(AuthenticationException.class);
    }
}
