/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.core.error.AuthenticationException;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.HttpStatusException;
import io.camelproviders.core.error.InvalidRequestException;
import io.camelproviders.core.error.NotFoundException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.error.ProviderFaultException;
import io.camelproviders.core.error.RateLimitException;
import io.camelproviders.core.error.ServerException;
import io.camelproviders.core.error.StreamFaultException;
import io.camelproviders.core.error.TransportException;
import io.camelproviders.core.operation.CallResult;
import io.camelproviders.core.streaming.StreamingResult;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.chatroutes.ChatroutesFaults;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer.ListShape;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The known bugs and limits of the official clients, one after the other, and what happens here instead. */
class SdkFaultsTest {

    private FakeChatroutesServer fake;
    private ClientTestSupport client;
    private String conversation;
    private Map<String, Object> in;

    @BeforeEach
    void start() {
        fake = FakeChatroutesServer.start();
        client = ClientTestSupport.withKey(fake);
        conversation = fake.addConversation("Trip");
        in = Map.of("conversationId", conversation);
    }

    @AfterEach
    void stop() {
        client.close();
        fake.close();
        assertThat(fake.loopback().failures()).isEmpty();
    }

    // 1: a 200 that is no JSON is no conversation

    @ParameterizedTest
    @ValueSource(strings = {"conversations/get", "messages/send", "messages/list", "conversations/delete"})
    void refusesAPageInPlaceOfAnAnswer(String operation) {
        fake.faults().once(Fault.htmlPage());

        assertThatThrownBy(() -> client.call(operation, in, "Hi"))
                .isInstanceOfSatisfying(DecodeException.class, e -> assertThat(e.body())
                        .map(body -> body.contains("Sign in"))
                        .contains(true));
        assertThat(fake.journal().total()).isEqualTo(1);
    }

    // 2: a soft failure is an error, and an enveloped list is no empty page

    @ParameterizedTest
    @ValueSource(strings = {"conversations/get", "messages/send", "messages/list", "conversations/list"})
    void takesASoftFailureForAFailure(String operation) {
        fake.faults().once(ChatroutesFaults.softFailure());

        assertThatThrownBy(() -> client.call(operation, in, "Hi"))
                .isInstanceOf(ProviderFaultException.class)
                .hasMessageContaining("Quota exceeded");
    }

    @ParameterizedTest
    @EnumSource(ListShape.class)
    void readsTheConversationListInBothShapes(ListShape shape) {
        fake.listShape(shape);
        fake.addConversation("Second");

        CallResult first = client.call("conversations/list", Map.of("limit", 1), null);
        CallResult second = client.call("conversations/list", Map.of("limit", 1, "page", 2), null);

        assertThat((List<?>) first.value()).hasSize(1);
        assertThat(first.page().hasNext()).isTrue();
        assertThat(first.page().total()).isEqualTo(2);
        assertThat(second.page().hasNext()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(ListShape.class)
    void findsTheLastPageByTheTotalWhereNobodyTellsIt(ListShape shape) {
        fake.listShape(shape);
        fake.hasNextInLists(false);
        fake.addConversation("Second");

        assertThat(client.call("conversations/list", Map.of("limit", 1), null)
                        .page()
                        .hasNext())
                .isTrue();
        assertThat(client.call("conversations/list", Map.of("limit", 1, "page", 2), null)
                        .page()
                        .hasNext())
                .isFalse();
    }

    // 3: data:null and odd error bodies stay inside the error hierarchy

    @ParameterizedTest
    @ValueSource(strings = {"conversations/get", "messages/send", "conversations/get-tree", "conversations/delete"})
    void survivesDataNull(String operation) {
        fake.faults().once(ChatroutesFaults.nullData());

        assertThat(client.call(operation, in, "Hi").head().success()).isTrue();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                arguments(ChatroutesFaults.nestedError(), 500, "The model failed", "MODEL_FAILED"),
                arguments(ChatroutesFaults.errorList(), 400, "title is too long", "VALIDATION_ERROR"),
                arguments(ChatroutesFaults.errorText(), 502, "upstream is gone", "SERVER_ERROR"),
                arguments(ChatroutesFaults.errorPage(), 502, "page instead of JSON", "SERVER_ERROR"),
                arguments(ChatroutesFaults.hiddenCause(), 500, "Failed to send message", "SERVER_ERROR"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("errors")
    void tellsErrorsOfEveryShape(Fault how, int status, String message, String code) {
        fake.faults().once(how);

        assertThatThrownBy(() -> client.call("messages/send", in, "Hi"))
                .isInstanceOfSatisfying(HttpStatusException.class, e -> {
                    assertThat(e.status()).isEqualTo(status);
                    assertThat(e).hasMessageContaining(message);
                    assertThat(e.code()).contains(code);
                });
    }

    // 4 and 5: streams

    static Stream<Fault> unusualForms() {
        return Stream.of(
                ChatroutesFaults.withoutBlank(),
                ChatroutesFaults.crlfLines(),
                ChatroutesFaults.comments(),
                Fault.slowBytes(1, Duration.ZERO),
                ChatroutesFaults.unknownEvent(),
                ChatroutesFaults.notStreamed());
    }

    @ParameterizedTest
    @MethodSource("unusualForms")
    void readsAStreamHoweverItIsWritten(Fault how) {
        fake.answerWith(content -> "Grüße 👋 " + content);
        fake.faults().once(how);

        StreamingResult answer = client.stream(conversation, "Hi");

        assertThat(answer.text()).isEqualTo("Grüße 👋 Hi");
        assertThat(answer.attributes()).containsKeys("usage", "model");
        assertThat(answer.result()).isInstanceOfSatisfying(SendResult.class, result -> assertThat(result.text())
                .isEqualTo("Grüße 👋 Hi"));
    }

    static Stream<Arguments> cuts() {
        return Stream.of(
                arguments(Fault.dropAfter(1), "You"),
                arguments(Fault.resetAfter(1), "You"),
                arguments(ChatroutesFaults.withoutComplete(), "You said: Hi"),
                arguments(ChatroutesFaults.withoutDone(), "You said: Hi"),
                arguments(ChatroutesFaults.errorAfter(1), "You"),
                arguments(ChatroutesFaults.malformedEventAfter(1), "You"));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void neverPassesACutAnswerForAWholeOne(Fault how, String partial) {
        fake.faults().once(how);

        assertThatThrownBy(() -> client.stream(conversation, "Hi"))
                .isInstanceOfSatisfying(StreamFaultException.class, e -> {
                    // The end of a connection may overtake what was sent just before it.
                    boolean broken = how instanceof Fault.Ending;
                    assertThat(partial).startsWith(e.partialText());
                    assertThat(e.partialText().length()).isGreaterThanOrEqualTo(broken ? 0 : partial.length());
                });
        assertThat(fake.journal().total()).isEqualTo(1);
    }

    @Test
    void endsASilentStream() {
        fake.faults().once(Fault.stallAfter(1));

        assertThatThrownBy(() -> client.stream(conversation, "Hi", Duration.ofMillis(300)))
                .isInstanceOf(StreamFaultException.class);
    }

    @Test
    void tellsAnErrorBeforeTheFirstChunkAsWhatItIs() {
        fake.faults().once(ChatroutesFaults.errorInsteadOfAnswer());
        assertThatThrownBy(() -> client.stream(conversation, "Hi"))
                .isInstanceOf(ProviderFaultException.class)
                .hasMessageContaining("Quota exceeded");

        fake.faults().once(Fault.respond(503));
        assertThatThrownBy(() -> client.stream(conversation, "Hi"))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("maintenance");
    }

    // 6: a delete may be answered 204

    static Stream<Fault> responsesWithoutContent() {
        return Stream.of(ChatroutesFaults.noContent(), Fault.emptyBody());
    }

    @ParameterizedTest
    @MethodSource("responsesWithoutContent")
    void deletesOnceWhateverTheAnswer(Fault how) {
        fake.faults().once(how);

        CallResult result = client.call("conversations/delete", in, null);

        assertThat(result.value()).isNull();
        assertThat(fake.journal().total()).isEqualTo(1);
    }

    // 7: writes are not repeated, 429 is

    static Stream<Fault> lostResponses() {
        return Stream.of(Fault.lostResponse(), Fault.cutResponse());
    }

    @ParameterizedTest
    @MethodSource("lostResponses")
    void sendsAMessageOnceThoughItsAnswerWasLost(Fault how) {
        fake.faults().once(how);

        assertThatThrownBy(() -> client.call("messages/send", in, "Hi")).isInstanceOf(TransportException.class);

        assertThat(fake.messages(conversation)).hasSize(2);
        assertThat(fake.journal().total()).isEqualTo(1);
    }

    @Test
    void repeatsAReadWhoseAnswerWasLost() {
        fake.faults().times(2, Fault.lostResponse());

        assertThat(client.call("conversations/get", in, null).attempts()).isEqualTo(3);
    }

    @Test
    void repeatsWritesWhereTheUserAllowsIt() {
        try (ClientTestSupport bold = ClientTestSupport.retryingUnsafe(fake)) {
            fake.faults().once(ChatroutesFaults.hiddenCause());

            assertThat(bold.call("messages/send", in, "Hi").attempts()).isEqualTo(2);
        }
    }

    static Stream<Fault> rateLimits() {
        return Stream.of(
                ChatroutesFaults.rateLimited(1), ChatroutesFaults.rateLimitedInBody(1), Fault.rateLimited("1"));
    }

    @ParameterizedTest
    @MethodSource("rateLimits")
    void waitsAsLongAsARateLimitTells(Fault how) {
        fake.faults().once(how);

        CallResult result = client.call("messages/send", in, "Hi");
        long first = fake.journal().all().get(0).nanos();
        long second = fake.journal().all().get(1).nanos();

        assertThat(result.attempts()).isEqualTo(2);
        assertThat(Duration.ofNanos(second - first)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
        assertThat(fake.messages(conversation)).hasSize(2);
    }

    @Test
    void failsWithTheWaitWhereItIsTooLong() {
        fake.faults().once(ChatroutesFaults.rateLimitedInBody(3_600));

        assertThatThrownBy(() -> client.call("conversations/get", in, null))
                .isInstanceOfSatisfying(RateLimitException.class, e -> assertThat(e.retryAfter())
                        .contains(Duration.ofHours(1)));
        assertThat(fake.journal().total()).isEqualTo(1);
    }

    // 8: the status stays the real one

    @Test
    void keepsTheStatusOfAServerFault() {
        fake.faults().times(4, Fault.respond(503));

        assertThatThrownBy(() -> client.call("conversations/get", in, null))
                .isInstanceOfSatisfying(ServerException.class, e -> {
                    assertThat(e.status()).isEqualTo(503);
                    assertThat(e.attempts()).isEqualTo(4);
                    assertThat(e.retryable()).isTrue();
                    assertThat(e.requestId()).isPresent();
                });
    }

    @Test
    void tellsRefusalsByTheirKind() {
        fake.faults().once(Fault.respond(401));
        assertThatThrownBy(() -> client.call("conversations/get", in, null))
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> client.call("conversations/get", Map.of("conversationId", "nope"), null))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("Conversation not found");
    }

    // 9: ids are one path segment

    @ParameterizedTest
    @CsvSource({
        "a b,/a%20b",
        "ü,/%C3%BC",
        "a/b,/a%2Fb",
        "a?x=1,/a%3Fx%3D1",
        "a#f,/a%23f",
        "a%2Fb,/a%252Fb",
        "conv_1-2.3~,/conv_1-2.3~"
    })
    void encodesIdsAsOneSegment(String id, String path) {
        assertThatThrownBy(() -> client.call("conversations/get", Map.of("conversationId", id), null))
                .isInstanceOf(NotFoundException.class);

        assertThat(fake.journal().all().get(0).target()).isEqualTo("/api/v1/conversations" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void refusesIdsThatClimb(String id) {
        assertThatThrownBy(() -> client.call("conversations/get", Map.of("conversationId", id), null))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(fake.journal().total()).isZero();
    }

    // 11: login carries no key

    @Test
    void sendsNoKeyWithALogin() {
        assertThatThrownBy(() -> client.call("auth/login", Map.of(), Map.of("email", "a", "password", "b")))
                .isInstanceOf(ProviderException.class);

        assertThat(fake.journal().all().get(0).header("Authorization")).isEmpty();
    }
}
