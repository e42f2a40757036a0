/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.igpt.IgptConstants;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
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

/** The service reports errors in responses with status 200; other statuses come from what stands before it. */
class ErrorResponsesTest extends CamelTestSupport {

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
                from("direct:ask").to("igpt:recall/ask?maxRetries=0").to("mock:result");
                from("direct:errorAsBody")
                        .to("igpt:recall/ask?maxRetries=0&throwExceptionOnFailure=false")
                        .to("mock:result");
            }
        };
    }

    private static void respond(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private ProviderException failure() throws InterruptedException {
        MockEndpoint failed = getMockEndpoint("mock:failed");
        failed.expectedMessageCount(1);
        template().sendBody("direct:ask", "Who repairs the roof?");
        failed.assertIsSatisfied();
        return failed.getReceivedExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, ProviderException.class);
    }

    private Message errorAsBody() throws InterruptedException {
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedMessageCount(1);
        template().sendBody("direct:errorAsBody", "Who repairs the roof?");
        result.assertIsSatisfied();
        return result.getReceivedExchanges().get(0).getMessage();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                arguments("{\"error\":\"auth\"}", AuthenticationException.class, "auth"),
                arguments("{\"error\":\"params\",\"message\":\"input is empty\"}", BadRequestException.class, "params"),
                arguments("{\"error\":\"network_error\"}", TransportException.class, "network_error"),
                arguments("{\"error\":\"quota\",\"left\":0}", ProviderFaultException.class, "quota"),
                arguments(
                        "{\"error\":{\"code\":\"quota\",\"message\":\"used up\"}}",
                        ProviderFaultException.class,
                        "quota"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorInASuccessfulResponseIsAnException(String body, Class<?> type, String code) throws Exception {
        // given
        respond(WireMockService.json(200, body));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(type);
        assertThat(failure.code()).contains(code);
        assertThat(failure.operation()).isEqualTo("recall/ask");
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void theSameErrorIsTheBodyWhereTheRouteWantsNoException(String body, Class<?> type, String code) throws Exception {
        // given
        respond(WireMockService.json(200, body));

        // when
        Message result = errorAsBody();

        // then
        assertThat(result.getBody(Map.class))
                .containsEntry("error", code)
                .containsEntry("status", 200)
                .containsKey("message");
        assertThat(result.getHeader(IgptConstants.RESPONSE_ERROR)).isEqualTo(code);
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(400, BadRequestException.class, "params"),
                arguments(401, AuthenticationException.class, "auth"),
                arguments(404, HttpStatusException.class, "client_error"),
                arguments(422, HttpStatusException.class, "params"),
                arguments(429, RateLimitException.class, "network_error"),
                arguments(500, ServerException.class, "network_error"),
                arguments(503, ServerException.class, "network_error"));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void anyOtherStatusKeepsItsTypeStatusAndBody(int status, Class<?> type, String word) throws Exception {
        // given
        respond(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<h1>a gateway</h1>"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(type);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.body()).hasValueSatisfying(body -> assertThat(body).contains("a gateway"));
        assertThat(errorAsBody().getBody(Map.class))
                .containsEntry("error", word)
                .containsEntry("status", status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>a proxy's page</html>", "{\"output\":"})
    void aResponseThatIsNotJsonIsADecodingError(String body) throws Exception {
        // given
        respond(WireMockService.json(200, body));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(DecodeException.class);
        assertThat(errorAsBody().getBody(Map.class)).containsEntry("error", "invalid_json_response");
    }

    @Test
    void aLostConnectionIsANetworkError() throws Exception {
        // given
        respond(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(TransportException.class);
        assertThat(errorAsBody().getBody(Map.class))
                .containsEntry("error", "network_error")
                .containsEntry("status", 0);
    }

    @Test
    void theKeyIsInNoText() throws Exception {
        // given
        respond(WireMockService.json(
                200, "{\"error\":\"auth\",\"message\":\"bad key " + WireMockService.API_KEY + "\"}"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(AuthenticationException.class);
        assertThat(failure.toString() + failure.details() + failure.body()).doesNotContain(WireMockService.API_KEY);
    }
}
