/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.camelproviders.bimpeai.BimpeaiConstants;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.RateLimitException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, when, and under which idempotency key. */
class RetriesTest extends CamelTestSupport {

    private static final ResponseDefinitionBuilder SENT = WireMockConsole.json(
            201, "{\"message\":\"ok\",\"data\":{\"id\":\"msg_1\",\"role\":\"assistant\",\"message\":\"Hi\"}}");

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
                String send = "bimpeai:messages/send?agentId=agt_harbour&conversationId=cnv_ada";
                onException(ProviderException.class).handled(true).to("mock:failed");
                from("direct:send").to(send).to("mock:result");
                from("direct:redeliver")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(1))
                        .onException(ProviderException.class)
                        .maximumRedeliveries(2)
                        .redeliveryDelay(1)
                        .handled(true)
                        .to("mock:failed")
                        .end()
                        .to(send + "&maxRetries=0")
                        .to("mock:result");
                from("direct:list").to("bimpeai:agents/list?page=1").to("mock:result");
            }
        };
    }

    /** Stubs the responses of one call after the other; the last one stays. */
    private static void respond(ResponseDefinitionBuilder... responses) {
        String state = STARTED;
        for (int i = 0; i < responses.length; i++) {
            String next = i + 1 < responses.length ? "attempt " + (i + 2) : state;
            SERVER.stubFor(any(anyUrl())
                    .inScenario("attempts")
                    .whenScenarioStateIs(state)
                    .willReturn(responses[i])
                    .willSetStateTo(next));
            state = next;
        }
    }

    private static ResponseDefinitionBuilder error(int status) {
        return WireMockConsole.json(status, "{\"message\":\"not now\",\"code\":\"busy\"}");
    }

    private Exchange sendTo(String from, String mock) throws InterruptedException {
        MockEndpoint expected = getMockEndpoint(mock);
        expected.expectedMessageCount(1);
        template().sendBody(from, "Hi");
        expected.assertIsSatisfied();
        return expected.getReceivedExchanges().get(0);
    }

    private static List<LoggedRequest> requests() {
        return SERVER.findAll(anyRequestedFor(anyUrl()));
    }

    private static List<String> distinct(String header) {
        return requests().stream()
                .map(request -> request.getHeader(header))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aWriteIsSentAgainUnderTheSameKeyAndRequestId(int status) throws Exception {
        // given
        respond(error(status), error(status), SENT);

        // when
        Exchange sent = sendTo("direct:send", "mock:result");

        // then
        assertThat(sent.getMessage().getHeader(BimpeaiConstants.RESPONSE_ATTEMPTS))
                .isEqualTo(3);
        assertThat(requests()).hasSize(3);
        assertThat(distinct("Idempotency-Key")).hasSize(1).doesNotContainNull();
        assertThat(distinct("X-Request-Id")).hasSize(1).doesNotContainNull();
        assertThat(requests().stream().map(LoggedRequest::getBodyAsString).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    void aBrokenConnectionIsNoAnswerToAWrite(Fault fault) throws Exception {
        // given
        respond(aResponse().withFault(fault), SENT);

        // when
        sendTo("direct:send", "mock:result");

        // then
        assertThat(requests()).hasSize(2);
        assertThat(distinct("Idempotency-Key")).hasSize(1);
    }

    @Test
    void aReadIsSentThreeTimesAtMostByDefault() throws Exception {
        // given
        respond(aResponse().withFault(Fault.EMPTY_RESPONSE));

        // when
        Exchange failed = sendTo("direct:list", "mock:failed");

        // then
        assertThat(failed.getProperty(Exchange.EXCEPTION_CAUGHT, ProviderException.class)
                        .attempts())
                .isEqualTo(3);
        assertThat(requests()).hasSize(3);
        assertThat(distinct("Idempotency-Key")).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 422, 501})
    void whatTheConsoleRefusesIsNotSentAgain(int status) throws Exception {
        // given
        respond(error(status), SENT);

        // when
        sendTo("direct:send", "mock:failed");

        // then
        assertThat(requests()).hasSize(1);
    }

    @Test
    void camelsRedeliveryRepeatsTheKey() throws Exception {
        // given
        respond(error(503), error(503), SENT);

        // when
        sendTo("direct:redeliver", "mock:result");

        // then
        assertThat(requests()).hasSize(3);
        assertThat(distinct("Idempotency-Key")).hasSize(1).doesNotContainNull();
    }

    @Test
    void eachMessageHasAKeyOfItsOwn() throws Exception {
        // given
        respond(SENT);
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedMessageCount(2);

        // when
        template().sendBody("direct:send", "Hi");
        template().sendBody("direct:send", "Hi");

        // then
        result.assertIsSatisfied();
        assertThat(distinct("Idempotency-Key")).hasSize(2);
    }

    @Test
    void theSecondsOfRetryAfterAreWaitedFor() throws Exception {
        // given
        respond(error(429).withHeader("Retry-After", "1"), SENT);

        // when
        sendTo("direct:send", "mock:result");

        // then
        assertThat(secondsBetweenAttempts()).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void theDateOfRetryAfterIsWaitedFor() throws Exception {
        // given
        Instant then = Instant.now().plusSeconds(2);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(then.atOffset(ZoneOffset.UTC));
        respond(error(503).withHeader("Retry-After", date), SENT);

        // when
        sendTo("direct:send", "mock:result");

        // then
        assertThat(requests().get(1).getLoggedDate().toInstant()).isAfterOrEqualTo(then.minusSeconds(1));
    }

    @Test
    void aRetryAfterBeyondTheLimitFailsTheCallAtOnceAndIsReported() throws Exception {
        // given
        respond(error(429).withHeader("Retry-After", "120"), SENT);

        // when
        Exchange failed = sendTo("direct:send", "mock:failed");

        // then
        assertThat(failed.getProperty(Exchange.EXCEPTION_CAUGHT, RateLimitException.class)
                        .retryAfter())
                .contains(Duration.ofMinutes(2));
        assertThat(requests()).hasSize(1);
    }

    private static Duration secondsBetweenAttempts() {
        List<LoggedRequest> requests = requests();
        assertThat(requests).hasSize(2);
        return Duration.between(
                requests.get(0).getLoggedDate().toInstant(),
                requests.get(1).getLoggedDate().toInstant());
    }
}
