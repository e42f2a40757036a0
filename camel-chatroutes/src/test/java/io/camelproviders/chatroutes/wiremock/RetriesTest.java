/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.camelproviders.chatroutes.AuthMode;
import io.camelproviders.chatroutes.ChatroutesComponent;
import io.camelproviders.core.error.ProviderException;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again: reads and deletes after any outage, messages only where the service did not take them. */
class RetriesTest extends CamelTestSupport {

    private static final ResponseDefinitionBuilder GOOD = WireMockService.json(
            200,
            "{\"success\":true,\"data\":{\"conversation\":{\"id\":\"c\"},\"message\":{\"id\":\"m\",\"content\":\"Hi\"}}}");

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockService.start();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = WireMockService.addTo(super.createCamelContext(), SERVER);
        ChatroutesComponent account = WireMockService.component(SERVER);
        account.getConfiguration().setApiKey(null);
        account.getConfiguration().setAuthMode(AuthMode.BEARER);
        account.getConfiguration().setEmail("olga@example.org");
        account.getConfiguration().setPassword("not-a-password");
        context.addComponent("account", account);
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(ProviderException.class).handled(true).to("mock:failed");
                String id = "?conversationId=conv_kitchen";
                from("direct:get").to("chatroutes:conversations/get" + id).to("mock:result");
                from("direct:delete").to("chatroutes:conversations/delete" + id).to("mock:result");
                from("direct:send").to("chatroutes:messages/send" + id).to("mock:result");
                from("direct:sendAgain")
                        .to("chatroutes:messages/send" + id + "&retryUnsafe=true")
                        .to("mock:result");
                from("direct:me").to("account:auth/me").to("mock:result");
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
                .willReturn(GOOD));
    }

    private static ResponseDefinitionBuilder error(int status) {
        return WireMockService.json(status, "{\"success\":false,\"error\":\"BUSY\"}");
    }

    private void callAndExpect(String from, String mock) throws InterruptedException {
        MockEndpoint expected = getMockEndpoint(mock);
        expected.expectedMessageCount(1);
        template().sendBody(from, "Hi");
        expected.assertIsSatisfied();
    }

    @ParameterizedTest
    @CsvSource({
        "direct:get, 503, 2", "direct:get, 429, 2", "direct:get, 501, 1", "direct:get, 404, 1",
        "direct:delete, 500, 2", "direct:send, 500, 1", "direct:send, 503, 1", "direct:send, 429, 2",
        "direct:sendAgain, 503, 2", "direct:sendAgain, 400, 1"
    })
    void aStatusIsRepeatedAsTheOperationAllows(String from, int status, int requests) throws Exception {
        // given
        respond(error(status));

        // when
        callAndExpect(from, requests == 2 ? "mock:result" : "mock:failed");

        // then
        SERVER.verify(requests, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER"})
    void aMessageWhoseResponseIsLostIsNotSentAgain(Fault fault) throws Exception {
        // given
        respond(aResponse().withFault(fault));

        // when
        callAndExpect("direct:send", "mock:failed");

        // then
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "body"})
    void theWaitOfARateLimitIsKept(String place) throws Exception {
        // given
        respond(
                place.equals("header")
                        ? error(429).withHeader("Retry-After", "1")
                        : WireMockService.json(429, "{\"success\":false,\"error\":\"RATE_LIMIT\",\"retryAfter\":1}"));

        // when
        callAndExpect("direct:send", "mock:result");

        // then
        List<LoggedRequest> requests = SERVER.findAll(anyRequestedFor(anyUrl()));
        assertThat(requests).hasSize(2);
        assertThat(Duration.between(
                        requests.get(0).getLoggedDate().toInstant(),
                        requests.get(1).getLoggedDate().toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void anExpiredTokenIsRefreshedAndTheCallSentOnceMore() throws Exception {
        // given
        SERVER.stubFor(post(urlPathEqualTo("/api/v1/auth/login"))
                .withHeader("Authorization", absent())
                .willReturn(WireMockService.json(200, tokens("access-1"))));
        SERVER.stubFor(post(urlPathEqualTo("/api/v1/auth/refresh"))
                .withHeader("Authorization", absent())
                .willReturn(WireMockService.json(200, tokens("access-2"))));
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/auth/me"))
                .withHeader("Authorization", equalTo("Bearer access-1"))
                .willReturn(error(401)));
        SERVER.stubFor(get(urlPathEqualTo("/api/v1/auth/me"))
                .withHeader("Authorization", equalTo("Bearer access-2"))
                .willReturn(WireMockService.json(200, "{\"success\":true,\"data\":{\"id\":\"user_olga\"}}")));

        // when
        callAndExpect("direct:me", "mock:result");

        // then
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/api/v1/auth/login")));
        SERVER.verify(1, postRequestedFor(urlPathEqualTo("/api/v1/auth/refresh")));
        SERVER.verify(2, getRequestedFor(urlPathEqualTo("/api/v1/auth/me")));
    }

    private static String tokens(String access) {
        return "{\"success\":true,\"data\":{\"user\":{\"id\":\"user_olga\"},\"tokens\":{\"accessToken\":\"" + access
                + "\",\"refreshToken\":\"refresh-1\",\"expiresIn\":900}}}";
    }
}
