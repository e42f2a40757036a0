/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.wiremock;

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
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.RateLimitException;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent again: searches after any outage, questions, which cost money, only after a response that refuses them. */
class RetriesTest extends CamelTestSupport {

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
                from("direct:ask").to("igpt:recall/ask").to("mock:result");
                from("direct:search").to("igpt:recall/search").to("mock:result");
                from("direct:disconnect")
                        .setBody(simple("${null}"))
                        .to("igpt:datasources/disconnect?id=spike/7/messages")
                        .to("mock:result");
            }
        };
    }

    private static void respond(ResponseDefinitionBuilder first) {
        SERVER.stubFor(any(anyUrl())
                .inScenario("attempts")
                .whenScenarioStateIs(STARTED)
                .willReturn(first)
                .willSetStateTo("later"));
        SERVER.stubFor(any(anyUrl())
                .inScenario("attempts")
                .whenScenarioStateIs("later")
                .willReturn(WireMockService.json(200, "{\"output\":\"Lena\"}")));
    }

    private Exchange call(String from, String mock) throws InterruptedException {
        MockEndpoint expected = getMockEndpoint(mock);
        expected.expectedMessageCount(1);
        template().sendBody(from, "Who repairs the roof?");
        expected.assertIsSatisfied();
        return expected.getReceivedExchanges().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "direct:ask, 503, 2",
        "direct:ask, 429, 2",
        "direct:ask, 500, 2",
        "direct:ask, 408, 1",
        "direct:ask, 501, 1",
        "direct:ask, 404, 1",
        "direct:search, 408, 2",
        "direct:search, 500, 2",
        "direct:search, 501, 1",
        "direct:disconnect, 429, 2",
        "direct:disconnect, 503, 1"
    })
    void aStatusIsRepeatedAsTheOperationAllows(String from, int status, int requests) throws Exception {
        // given
        respond(WireMockService.json(status, "{\"error\":\"busy\"}"));

        // when
        call(from, requests == 2 ? "mock:result" : "mock:failed");

        // then
        SERVER.verify(requests, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({
        "direct:ask, EMPTY_RESPONSE, 1", "direct:ask, CONNECTION_RESET_BY_PEER, 1",
        "direct:search, EMPTY_RESPONSE, 2", "direct:search, CONNECTION_RESET_BY_PEER, 2",
        "direct:disconnect, EMPTY_RESPONSE, 1"
    })
    void aLostResponseIsAskedForAgainOnlyWhereThatIsFree(String from, Fault fault, int requests) throws Exception {
        // given
        respond(aResponse().withFault(fault));

        // when
        call(from, requests == 2 ? "mock:result" : "mock:failed");

        // then
        SERVER.verify(requests, anyRequestedFor(anyUrl()));
    }

    @Test
    void everyAttemptSendsTheSameRequest() throws Exception {
        // given
        respond(WireMockService.json(503, "{}"));

        // when
        call("direct:ask", "mock:result");

        // then
        List<LoggedRequest> requests = SERVER.findAll(anyRequestedFor(anyUrl()));
        assertThat(requests).hasSize(2);
        assertThat(requests)
                .extracting(LoggedRequest::getBodyAsString)
                .containsOnly("{\"user\":\"resident-12\",\"input\":\"Who repairs the roof?\"}");
    }

    @Test
    void retryAfterIsWaitedFor() throws Exception {
        // given
        respond(WireMockService.json(429, "{}").withHeader("Retry-After", "1"));

        // when
        call("direct:ask", "mock:result");

        // then
        List<LoggedRequest> requests = SERVER.findAll(anyRequestedFor(anyUrl()));
        assertThat(Duration.between(
                        requests.get(0).getLoggedDate().toInstant(),
                        requests.get(1).getLoggedDate().toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void aRetryAfterBeyondTheLimitFailsTheCallAtOnceAndIsReported() throws Exception {
        // given
        respond(WireMockService.json(429, "{}").withHeader("Retry-After", "3600"));

        // when
        Exchange failed = call("direct:ask", "mock:failed");

        // then
        assertThat(failed.getProperty(Exchange.EXCEPTION_CAUGHT, RateLimitException.class)
                        .retryAfter())
                .contains(Duration.ofHours(1));
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }
}
