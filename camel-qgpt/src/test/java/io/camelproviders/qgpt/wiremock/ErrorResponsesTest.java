/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.qgpt.QgptComponent;
import io.camelproviders.qgpt.QgptConstants;
import io.camelproviders.qgpt.model.Questions.QgptQuestionOutput;
import java.util.Map;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces OS reports errors as a sentence of plain text with a status. */
class ErrorResponsesTest extends CamelTestSupport {

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
            .build();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        QgptComponent component = new QgptComponent();
        component.getConfiguration().setBaseUrl(SERVER.baseUrl());
        component.getConfiguration().setRetryDelay(10);
        context.addComponent("qgpt", component);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(ProviderException.class).handled(true).to("mock:failed");
                from("direct:question").to("qgpt:question").to("mock:result");
                from("direct:errorAsBody")
                        .to("qgpt:question?throwExceptionOnFailure=false")
                        .to("mock:result");
                from("direct:questionRetried").to("qgpt:question?maxRetries=1").to("mock:result");
                from("direct:models").to("qgpt:models?maxRetries=1").to("mock:result");
                from("direct:create")
                        .setBody(simple("${null}"))
                        .to("qgpt:conversations/create?name=Watering&maxRetries=1")
                        .to("mock:result");
            }
        };
    }

    private static ResponseDefinitionBuilder sentence(int status, String text) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/plain")
                .withBody(text);
    }

    private static void respond(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private Exchange call(String from, String mock) throws InterruptedException {
        MockEndpoint expected = getMockEndpoint(mock);
        expected.expectedMessageCount(1);
        template().sendBody(from, "Is bed 4 dry?");
        expected.assertIsSatisfied();
        return expected.getReceivedExchanges().get(0);
    }

    private ProviderException failure(String from) throws InterruptedException {
        return call(from, "mock:failed").getProperty(Exchange.EXCEPTION_CAUGHT, ProviderException.class);
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(401, "Invalid authentication", AuthenticationException.class),
                arguments(404, "Route not found", NotFoundException.class),
                arguments(410, "The conversation is gone", HttpStatusException.class),
                arguments(429, "Rate limit/Quota exceeded", RateLimitException.class),
                arguments(500, "qGPT Question Endpoint failed.", ServerException.class),
                arguments(503, "The engine is overloaded", ServerException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theStatusChoosesTheExceptionAndTheSentenceFillsIt(int status, String text, Class<?> type) throws Exception {
        // given
        respond(sentence(status, text));

        // when
        ProviderException failure = failure("direct:question");

        // then
        assertThat(failure).isInstanceOf(type).hasMessageContaining(text);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.body()).contains(text);
        assertThat(failure.operation()).isEqualTo("question");
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void theErrorIsTheBodyWhereTheRouteWantsNoException() throws Exception {
        // given
        respond(sentence(429, "Rate limit/Quota exceeded"));

        // when
        Exchange done = call("direct:errorAsBody", "mock:result");

        // then
        assertThat(done.getMessage().getBody(Map.class)).containsEntry("status", 429);
        assertThat(done.getMessage().getHeader(QgptConstants.RESPONSE_ERROR)).isNotNull();
        assertThat(done.getMessage().getHeader(QgptConstants.RESPONSE_STATUS)).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok:1", "{\"answers\":", "[1]"})
    void aResponseOfAnotherShapeIsADecodingError(String body) throws Exception {
        // given
        respond(aResponse().withHeader("Content-Type", "application/json").withBody(body));

        // when
        ProviderException failure = failure("direct:question");

        // then
        assertThat(failure).isInstanceOf(DecodeException.class);
    }

    @Test
    void fieldsThatTheModelDoesNotKnowAreKeptAndNullsAreAbsent() throws Exception {
        // given
        respond(
                aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(
                                "{\"answers\":{\"iterable\":[{\"score\":null,\"text\":\"Yes.\",\"tone\":\"dry\"}],\"schema\":null}}"));

        // when
        QgptQuestionOutput output =
                call("direct:question", "mock:result").getMessage().getBody(QgptQuestionOutput.class);

        // then
        assertThat(output.text()).isEqualTo("Yes.");
        assertThat(context().getTypeConverter().convertTo(String.class, output)).contains("\"tone\":\"dry\"");
    }

    @Test
    void aLostConnectionIsATransportErrorAndNotRepeatedByDefault() throws Exception {
        // given
        respond(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        // when
        ProviderException failure = failure("direct:question");

        // then
        assertThat(failure).isInstanceOf(TransportException.class);
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
        "direct:questionRetried, 503, 2", "direct:questionRetried, 408, 1", "direct:questionRetried, 401, 1",
        "direct:models, 500, 2", "direct:models, 408, 2", "direct:models, 410, 1",
        "direct:create, 429, 2", "direct:create, 500, 1"
    })
    void aStatusIsRepeatedAsTheOperationAllows(String from, int status, int requests) throws Exception {
        // given
        SERVER.stubFor(any(anyUrl())
                .inScenario("attempts")
                .whenScenarioStateIs(STARTED)
                .willReturn(sentence(status, "not now"))
                .willSetStateTo("later"));
        SERVER.stubFor(any(anyUrl())
                .inScenario("attempts")
                .whenScenarioStateIs("later")
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"id\":\"c\",\"iterable\":[],\"answers\":{\"iterable\":[]}}")));

        // when
        call(from, requests == 2 ? "mock:result" : "mock:failed");

        // then
        SERVER.verify(requests, anyRequestedFor(anyUrl()));
    }
}
