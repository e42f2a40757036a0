/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.camelproviders.chatroutes.ChatroutesConstants;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.BadRequestException;
import io.camelproviders.core.error.ConflictException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.PermissionDeniedException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import java.time.Duration;
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

/** Which exception an error response becomes, and what it says. */
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
                String send = "chatroutes:messages/send?conversationId=conv_kitchen&maxRetries=0&httpCause=false";
                from("direct:send").to(send).to("mock:result");
                from("direct:errorAsBody")
                        .to(send + "&throwExceptionOnFailure=false")
                        .to("mock:result");
                from("direct:list")
                        .to("chatroutes:messages/list?conversationId=conv_kitchen&maxRetries=0")
                        .to("mock:result");
            }
        };
    }

    private static void respond(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private ProviderException failure(String from) throws InterruptedException {
        MockEndpoint failed = getMockEndpoint("mock:failed");
        failed.expectedMessageCount(1);
        template().sendBody(from, "Which soup keeps best?");
        failed.assertIsSatisfied();
        return failed.getReceivedExchanges().get(0).getProperty(Exchange.EXCEPTION_CAUGHT, ProviderException.class);
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                arguments(400, BadRequestException.class),
                arguments(401, AuthenticationException.class),
                arguments(402, HttpStatusException.class),
                arguments(403, PermissionDeniedException.class),
                arguments(404, NotFoundException.class),
                arguments(409, ConflictException.class),
                arguments(422, HttpStatusException.class),
                arguments(429, RateLimitException.class),
                arguments(500, ServerException.class),
                arguments(503, ServerException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void theStatusChoosesTheExceptionAndTheEnvelopeFillsIt(int status, Class<?> type) throws Exception {
        // given
        respond(WireMockService.json(
                status, "{\"success\":false,\"error\":\"SOUP_REFUSED\",\"message\":\"The kitchen is closed\"}"));

        // when
        ProviderException failure = failure("direct:send");

        // then
        assertThat(failure).isInstanceOf(type).hasMessageContaining("The kitchen is closed");
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.code()).contains("SOUP_REFUSED");
        assertThat(failure.operation()).isEqualTo("messages/send");
        assertThat(failure.toString()).doesNotContain(WireMockService.API_KEY);
        SERVER.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct:send", "direct:list"})
    void aFailureInASuccessfulResponseIsAFailure(String from) throws Exception {
        // given
        respond(WireMockService.json(200, "{\"success\":false,\"error\":\"Quota exceeded\"}"));

        // when
        ProviderException failure = failure(from);

        // then
        assertThat(failure).isInstanceOf(ProviderFaultException.class).hasMessageContaining("Quota exceeded");
        assertThat(failure.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":\"Conversation not found\"} | Conversation not found",
                "{\"error\":{\"code\":\"E1\",\"message\":\"nested text\"}} | nested text",
                "upstream is gone | upstream is gone"
            })
    void theTextOfAnErrorIsFoundWhereverItIs(String body, String text) throws Exception {
        // given
        respond(WireMockService.json(500, body));

        // when
        ProviderException failure = failure("direct:send");

        // then
        assertThat(failure).isInstanceOf(ServerException.class).hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>a proxy's page</html>", "[1]", "\"text\"", "{\"success\":true,\"data\":{\"soups\":[]}}"})
    void aSuccessfulResponseWithoutTheListIsNoEmptyList(String body) throws Exception {
        // given
        respond(WireMockService.json(200, body));

        // when
        Exchange exchange = template().send("direct:list", sent -> {});

        // then
        assertThat(exchange.getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(DecodeException.class);
        assertThat(getMockEndpoint("mock:result").getReceivedCounter()).isZero();
    }

    @Test
    void theWaitOfARateLimitIsReadFromTheBodyToo() throws Exception {
        // given
        respond(WireMockService.json(
                429, "{\"success\":false,\"error\":\"RATE_LIMIT\",\"message\":\"Slow down\",\"retryAfter\":75}"));

        // when
        ProviderException failure = failure("direct:send");

        // then
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(75));
    }

    @Test
    void theErrorIsTheBodyWhereTheRouteWantsNoException() throws Exception {
        // given
        respond(WireMockService.json(
                429, "{\"success\":false,\"error\":\"RATE_LIMIT\",\"message\":\"Slow down\",\"retryAfter\":75}"));
        MockEndpoint result = getMockEndpoint("mock:result");
        result.expectedHeaderReceived(ChatroutesConstants.RESPONSE_ERROR, "RATE_LIMIT");
        result.expectedHeaderReceived(ChatroutesConstants.RESPONSE_STATUS, 429);

        // when
        template().sendBody("direct:errorAsBody", "Hi");

        // then
        result.assertIsSatisfied();
        assertThat(result.getReceivedExchanges().get(0).getMessage().getBody())
                .isEqualTo(Map.of(
                        "success",
                        false,
                        "error",
                        "RATE_LIMIT",
                        "message",
                        "Slow down",
                        "statusCode",
                        429,
                        "retryAfter",
                        75L));
    }

    @Test
    void aResponseWithoutABodyIsMappedByItsStatus() throws Exception {
        // given
        respond(aResponse().withStatus(404));

        // when
        ProviderException failure = failure("direct:send");

        // then
        assertThat(failure).isInstanceOf(NotFoundException.class);
    }
}
