/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.LoopbackServer;
import io.camelproviders.testkit.chatroutes.ChatroutesFaults;
import io.camelproviders.testkit.chatroutes.EnvelopeShape;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer.ListShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes, soft failures and typed errors, as a route sees them. */
class FailuresTest {

    private ChatroutesTestSupport rig;
    private String conversation;

    @BeforeEach
    void start() {
        rig = new ChatroutesTestSupport();
        conversation = rig.fake.addConversation("Trip");
    }

    @AfterEach
    void stop() {
        rig.close();
        assertThat(rig.fake.loopback().failures()).isEmpty();
    }

    private String in(String operation) {
        return "chatroutes:" + operation + "?conversationId=" + conversation;
    }

    @ParameterizedTest
    @EnumSource(EnvelopeShape.class)
    void readsEveryEnvelope(EnvelopeShape shape) {
        rig.fake.envelope(shape);

        SendResult sent = rig.call(SendResult.class, in("messages/send"), "Hi");
        Conversation read = rig.call(Conversation.class, in("conversations/get"), null);
        List<?> messages = rig.call(List.class, in("messages/list"), null);

        assertThat(sent.text()).isEqualTo("You said: Hi");
        assertThat(read.title()).isEqualTo("Trip");
        assertThat(messages).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(ListShape.class)
    void readsBothShapesOfTheConversationListToTheirEnd(ListShape shape) {
        rig.fake.listShape(shape);
        rig.fake.hasNextInLists(false);
        for (int i = 0; i < 24; i++) {
            rig.fake.addConversation("Number " + i);
        }

        Exchange all = rig.send("chatroutes:conversations/list", null);
        Exchange page = rig.send("chatroutes:conversations/list?page=3&limit=10", null);

        assertThat(all.getMessage().getBody(List.class)).hasSize(25);
        assertThat(page.getMessage().getBody(List.class)).hasSize(5);
        assertThat(page.getMessage().getHeader(ChatroutesConstants.RESPONSE_TOTAL))
                .isEqualTo(25);
        assertThat(page.getMessage().getHeader(ChatroutesConstants.RESPONSE_HAS_NEXT))
                .isEqualTo(false);
    }

    @Test
    void fetchesPagesAsTheRouteAsksForThem() throws Exception {
        for (int i = 0; i < 24; i++) {
            rig.fake.addConversation("Number " + i);
        }
        rig.fake.journal().clear();
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:all")
                        .to("chatroutes:conversations/list?paging=iterator&limit=10")
                        .process(exchange -> exchange.setProperty(
                                "before", rig.fake.journal().total()))
                        .split(body())
                        .streaming()
                        .to("log:one?level=DEBUG")
                        .end();
            }
        });

        Exchange done = rig.send("direct:all", null);

        assertThat(done.getProperty("before", Long.class)).isLessThanOrEqualTo(1);
        assertThat(rig.fake.journal().total()).isEqualTo(3);
    }

    @Test
    void failsOverMoreItemsThanAllowedInsteadOfCuttingThem() {
        for (int i = 0; i < 24; i++) {
            rig.fake.addConversation("Number " + i);
        }

        ProviderException failure = rig.failure("chatroutes:conversations/list?maxItems=20", null);

        assertThat(failure).hasMessageContaining("iterator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages/send", "messages/list", "conversations/get", "branches/list", "checkpoints/list"})
    void takesASoftFailureForAFailure(String operation) {
        rig.fake.faults().once(ChatroutesFaults.softFailure());

        ProviderException failure = rig.failure(in(operation), "Hi");

        assertThat(failure).isInstanceOf(ProviderFaultException.class).hasMessageContaining("Quota exceeded");
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                arguments(Fault.respond(503), 503, "ServerException", "Down for maintenance"),
                arguments(ChatroutesFaults.hiddenCause(), 500, "ServerException", "Failed to send message"),
                arguments(ChatroutesFaults.nestedError(), 500, "ServerException", "The model failed"),
                arguments(Fault.respond(401), 401, "AuthenticationException", "credentials"),
                arguments(ChatroutesFaults.errorList(), 400, "FieldValidationException", "title is too long"),
                arguments(ChatroutesFaults.errorText(), 502, "ServerException", "upstream is gone"),
                arguments(ChatroutesFaults.rateLimited(1), 429, "RateLimitException", "Slow down"));
    }

    @ParameterizedTest(name = "{1} {3}")
    @MethodSource("errors")
    void keepsTheRealStatusAndCamelsOwnExceptionBelow(Fault how, int status, String type, String text) {
        rig.fake.faults().once(how);

        ProviderException failure = rig.failure(in("messages/send") + "&maxRetries=0", "Hi");

        assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure).hasMessageContaining(text);
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(HttpOperationFailedException.class, cause -> assertThat(cause.getStatusCode())
                        .isEqualTo(status));
    }

    @Test
    void isCaughtByWhatIsThere() throws Exception {
        rig.routes(new RouteBuilder() {
            @Override
            public void configure() {
                onException(HttpOperationFailedException.class).handled(true).setBody(constant("caught"));
                from("direct:get").to("chatroutes:conversations/get?conversationId=nope");
            }
        });

        assertThat(rig.send("direct:get", null).getMessage().getBody()).isEqualTo("caught");
        assertThat(rig.failure("chatroutes:conversations/get?conversationId=nope", null))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void givesTheErrorAsTheServiceWouldWhereFailuresAreNoExceptions() {
        rig.fake.faults().once(ChatroutesFaults.rateLimited(5));

        Exchange exchange = rig.send(in("messages/send") + "&maxRetries=0&throwExceptionOnFailure=false", "Hi");

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody())
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
                        5L));
        assertThat(exchange.getMessage().getHeader(ChatroutesConstants.RESPONSE_ERROR))
                .isEqualTo("RATE_LIMIT");
        assertThat(exchange.getMessage().getHeader(ChatroutesConstants.RESPONSE_STATUS))
                .isEqualTo(429);
    }

    @Test
    void tellsTheWaitThatTheServiceAskedFor() {
        rig.fake.faults().once(ChatroutesFaults.rateLimitedInBody(90));

        ProviderException failure = rig.failure(in("messages/send"), "Hi");

        assertThat(failure).isInstanceOf(RateLimitException.class);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(90));
        assertThat(rig.fake.journal().total()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth/login|{\"email\":\"a@b.c\",\"password\":\"canary-\\\"secret\"}",
                "auth/register|{\"email\":\"a@b.c\",\"password\":\"canary-secret\"}",
                "auth/refresh-token|{\"refreshToken\":\"canary-token\"}",
                "autobranch/suggest-branches?textInput=false|{\"text\":\"T\",\"llmApiKey\":\"canary-key\"}"
            })
    void printsNoSecretOfABody(String uri, String body) {
        try (LoopbackServer echo = LoopbackServer.start(
                "echo",
                0,
                (request, responder) -> responder.json(
                        400, Map.of("success", false, "error", "BAD", "message", "got " + request.bodyText())))) {
            String to = "chatroutes:" + uri + (uri.contains("?") ? "&" : "?") + "baseUrl=" + echo.uri();

            ProviderException failure = rig.failure(to, body);

            assertThat(failure).hasMessageContaining("xxxxxx");
            assertThat(failure.toString() + failure.details() + failure.getCause() + failure.body())
                    .doesNotContain("canary");
        }
    }

    @Test
    void printsNoTokenOfAnAnswerThatCannotBeRead() {
        try (LoopbackServer odd = LoopbackServer.start(
                "odd",
                0,
                (request, responder) -> responder.json(
                        200, List.of(Map.of("accessToken", "canary-access", "refreshToken", "canary-refresh"))))) {

            ProviderException failure = rig.failure(
                    "chatroutes:auth/login?baseUrl=" + odd.uri(), Map.of("email", "a@b.c", "password", "secret"));

            assertThat(failure.toString() + failure.details() + failure.body()).doesNotContain("canary");
            assertThat(failure.body())
                    .hasValueSatisfying(text -> assertThat(text).contains("xxxxxx"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "conversations/lst,conversations/list",
        "messages/send?contnt=x,content",
        "messages/send?conversation=x,conversationId"
    })
    void namesTheNearestWhereANameIsWrong(String wrong, String near) {
        assertThatThrownBy(() -> rig.context.getEndpoint("chatroutes:" + wrong))
                .isInstanceOf(Exception.class)
                .hasStackTraceContaining(near);
    }

    @Test
    void saysAtCreationThatTheKeyIsMissing() {
        rig.component.getConfiguration().setApiKey(null);

        assertThatThrownBy(() -> rig.context.getEndpoint(in("messages/send")))
                .isInstanceOf(ResolveEndpointFailedException.class)
                .hasStackTraceContaining("apiKey is missing");
        assertThat(rig.context.getEndpoint("chatroutes:auth/login")).isNotNull();
    }

    @Test
    void sendsNothingWhereAParameterIsMissing() {
        assertThat(rig.failure("chatroutes:messages/send", "Hi"))
                .hasMessageContaining("conversationId")
                .hasMessageContaining("CamelChatroutesConversationId");
        assertThat(rig.failure(in("branches/fork"), Map.of("title", "A"))).hasMessageContaining("forkPointMessageId");
        assertThat(rig.failure(in("messages/send"), null)).hasMessageContaining("content");
        assertThat(rig.fake.journal().total()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"a/b,a%2Fb", "a?x=1,a%3Fx%3D1", "ü,%C3%BC", "a b,a%20b", "a#f,a%23f"})
    void keepsAnIdOneSegment(String id, String path) {
        rig.send("chatroutes:conversations/get", null, Map.of(ChatroutesConstants.CONVERSATION_ID, id));

        assertThat(rig.next().target()).isEqualTo("/api/v1/conversations/" + path);
    }

    @Test
    void readsNoHeaderThatItWrites() {
        List<String> read = List.of(
                ChatroutesConstants.CONTENT,
                ChatroutesConstants.TEXT,
                ChatroutesConstants.PAGE,
                ChatroutesConstants.LIMIT,
                ChatroutesConstants.FILTER,
                ChatroutesConstants.REQUEST_TIMEOUT);

        Exchange sent = rig.send(in("messages/send"), "Hi");
        Exchange listed = rig.send("chatroutes:conversations/list?page=1", null);

        assertThat(sent.getMessage().getHeaders().keySet()).doesNotContainAnyElementsOf(read);
        assertThat(listed.getMessage().getHeaders().keySet()).doesNotContainAnyElementsOf(read);
        assertThat(sent.getMessage().getHeader(ChatroutesConstants.RESPONSE_MODEL))
                .isEqualTo("gpt-5-2025-08-07");
        assertThat(sent.getMessage().getHeader(ChatroutesConstants.RESPONSE_USAGE))
                .isNotNull();
    }

    @Test
    void letsNoMessageChangeWhatTheAuthorWrote() {
        rig.send(
                in("messages/send") + "&content=Fixed",
                "Other",
                Map.of(ChatroutesConstants.CONTENT, "Third", ChatroutesConstants.CONVERSATION_ID, "else"));

        assertThat(rig.next().bodyText()).isEqualTo("{\"content\":\"Fixed\"}");
    }
}
