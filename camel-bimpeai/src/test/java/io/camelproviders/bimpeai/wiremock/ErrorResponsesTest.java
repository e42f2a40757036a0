/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.bimpeai.BimpeaiConstants;
import io.camelproviders.bimpeai.model.Agents.AgentDetail;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.ConflictException;
import io.camelproviders.core.error.FieldError;
import io.camelproviders.core.error.FieldValidationException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.NotImplementedByProviderException;
import io.camelproviders.core.error.PermissionDeniedException;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exception an error response becomes, and what it says. */
class ErrorResponsesTest extends CamelTestSupport {

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
                onException(HttpOperationFailedException.class).handled(true).to("mock:httpFailed");
                onException(ProviderException.class).handled(true).to("mock:failed");
                from("direct:retrieve")
                        .to("bimpeai:agents/retrieve?agentId=agt_harbour&maxRetries=0&httpCause=false")
                        .to("mock:result");
                from("direct:withHttpCause").to("bimpeai:agents/retrieve?agentId=agt_harbour&maxRetries=0");
                from("direct:errorAsBody")
                        .to("bimpeai:agents/retrieve?agentId=agt_harbour&maxRetries=0&throwExceptionOnFailure=false")
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
        template().sendBody("direct:retrieve", null);
        failed.assertIsSatisfied();
        return failed.getReceivedExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, ProviderException.class);
    }

    private Message result(String from) throws InterruptedException {
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedMessageCount(1);
        template().sendBody(from, null);
        result.assertIsSatisfied();
        return result.getReceivedExchanges().get(0).getMessage();
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(400, "bad_request", BadRequestException.class, false),
                arguments(401, "api_key_expired", AuthenticationException.class, false),
                arguments(403, "insufficient_scope", PermissionDeniedException.class, false),
                arguments(404, "not_found", NotFoundException.class, false),
                arguments(409, "conflict", ConflictException.class, false),
                arguments(422, "agent_limit_reached", HttpStatusException.class, false),
                arguments(429, "too_many_requests", RateLimitException.class, true),
                arguments(500, "internal_error", ServerException.class, true),
                arguments(501, "not_implemented", NotImplementedByProviderException.class, false),
                arguments(503, "unavailable", ServerException.class, true));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theStatusChoosesTheExceptionAndTheEnvelopeFillsIt(int status, String code, Class<?> type, boolean retryable)
            throws Exception {
        // given
        respond(WireMockConsole.json(
                        status,
                        "{\"message\":\"The console refuses\",\"error\":\"E\",\"code\":\"" + code + "\",\"statusCode\":"
                                + status + ",\"request_id\":\"req_body\"}")
                .withHeader("X-Request-Id", "req_header"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isExactlyInstanceOf(type).hasMessageContaining("The console refuses");
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.code()).contains(code);
        assertThat(failure.requestId()).contains("req_header");
        assertThat(failure.operation()).isEqualTo("agents/retrieve");
        assertThat(failure.retryable()).isEqualTo(retryable);
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.toString()).doesNotContain(WireMockConsole.API_KEY);
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void theRequestIdOfTheEnvelopeCountsWhereTheHeaderIsMissing() throws Exception {
        // given
        respond(WireMockConsole.json(404, "{\"message\":\"No such agent\",\"request_id\":\"req_body\"}"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure.requestId()).contains("req_body");
    }

    @Test
    void aValidationErrorNamesEachFieldThatWasRefused() throws Exception {
        // given
        respond(WireMockConsole.json(
                400,
                "{\"message\":[\"name: must not be empty\",\"rules.0.id: is: taken\",\"too many fields\"],"
                        + "\"code\":\"validation_error\"}"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(FieldValidationException.class);
        assertThat(failure.fieldErrors())
                .containsExactly(
                        new FieldError("name", "must not be empty"),
                        new FieldError("rules.0.id", "is: taken"),
                        new FieldError("", "too many fields"));
    }

    @Test
    void aRateLimitCarriesItsFiguresAndTheTimeToWait() throws Exception {
        // given
        respond(WireMockConsole.json(429, "{\"message\":\"Slow down\",\"code\":\"rate_limited\"}")
                .withHeader("Retry-After", "90")
                .withHeader("X-RateLimit-Limit", "60")
                .withHeader("X-RateLimit-Remaining", "0")
                .withHeader("X-RateLimit-Reset", "1782892802"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(90));
        assertThat(failure.details().extra())
                .containsEntry("limit", 60L)
                .containsEntry("remaining", 0L)
                .containsEntry("reset_at", 1782892802L);
    }

    @Test
    void aPageOfAProxyIsMappedByItsStatusAlone() throws Exception {
        // given
        respond(aResponse()
                .withStatus(502)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><h1>Bad gateway</h1></html>"));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(ServerException.class);
        assertThat(failure.code()).isEmpty();
        assertThat(failure.body()).hasValueSatisfying(body -> assertThat(body).contains("Bad gateway"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>a proxy's page</html>", "{\"id\":\"agt_harbour\"}", "[]", "{\"data\":{}}", ""})
    void aSuccessfulResponseWithoutTheEnvelopeIsAProtocolError(String body) throws Exception {
        // given
        respond(WireMockConsole.json(200, body));

        // when
        ProviderException failure = failure();

        // then
        assertThat(failure).isInstanceOf(ProtocolException.class).hasMessageContaining("envelope");
    }

    @Test
    void aClauseForCamelsOwnHttpExceptionMatches() throws Exception {
        // given
        respond(WireMockConsole.json(404, "{\"message\":\"No such agent\",\"code\":\"not_found\"}"));
        MockEndpoint failed = getMockEndpoint("mock:httpFailed");
        failed.expectedMessageCount(1);

        // when
        template().sendBody("direct:withHttpCause", null);

        // then
        failed.assertIsSatisfied();
        assertThat(failed.getReceivedExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class))
                .isInstanceOf(NotFoundException.class)
                .cause()
                .isInstanceOfSatisfying(HttpOperationFailedException.class, cause -> assertThat(cause.getStatusCode())
                        .isEqualTo(404));
    }

    @Test
    void theErrorIsTheBodyWhereTheRouteWantsNoException() throws Exception {
        // given
        respond(WireMockConsole.json(409, "{\"message\":\"Name taken\",\"code\":\"conflict\"}"));

        // when
        Message result = result("direct:errorAsBody");

        // then
        assertThat(result.getBody(Map.class)).containsEntry("error", "conflict").containsEntry("status", 409);
        assertThat((String) result.getBody(Map.class).get("message")).contains("Name taken");
        assertThat(result.getHeader(BimpeaiConstants.RESPONSE_ERROR)).isEqualTo("conflict");
        assertThat(result.getHeader(BimpeaiConstants.RESPONSE_STATUS)).isEqualTo(409);
    }

    @Test
    void fieldsThatTheModelDoesNotKnowAreKept() throws Exception {
        // given
        respond(WireMockConsole.json(
                200, "{\"message\":\"ok\",\"data\":{\"id\":\"agt_harbour\",\"name\":\"Desk\",\"mood\":\"calm\"}}"));

        // when
        AgentDetail agent = result("direct:retrieve").getBody(AgentDetail.class);

        // then
        assertThat(agent.name()).isEqualTo("Desk");
        assertThat(agent.additionalProperties()).containsEntry("mood", "calm");
    }
}
