/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer;
import io.camelproviders.testkit.chatroutes.FakeChatroutesServer.ListShape;
import io.camelproviders.testkit.chatroutes.Misbehaviour;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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
        conversation = fake.conversation("Trip");
        in = Map.of("conversationId", conversation);
    }

    @AfterEach
    void stop() {
        client.close();
        fake.close();
        assertThat(fake.server().failures()).isEmpty();
    }

    // 1: a 200 that is no JSON is no conversation

    @ParameterizedTest
    @ValueSource(strings = {"conversations/get", "messages/send", "messages/list", "conversations/delete"})
    void refusesAPageInPlaceOfAnAnswer(String operation) {
        fake.misbehave(Misbehaviour.HTML_200);

        assertThatThrownBy(() -> client.call(operation, in, "Hi"))
                .isInstanceOfSatisfying(DecodeException.class, e -> assertThat(e.body())
                        .map(body -> body.contains("Sign in"))
                        .contains(true));
        assertThat(fake.ledger().total()).isEqualTo(1);
    }

    // 2: a soft failure is an error, and an enveloped list is no empty page

    @ParameterizedTest
    @ValueSource(strings = {"conversations/get", "messages/send", "messages/list", "conversations/list"})
    void takesASoftFailureForAFailure(String operation) {
        fake.misbehave(Misbehaviour.SOFT_FAILURE);

        assertThatThrownBy(() -> client.call(operation, in, "Hi"))
                .isInstanceOf(ProviderFaultException.class)
                .hasMessageContaining("Quota exceeded");
    }

    @ParameterizedTest
    @EnumSource(ListShape.class)
    void readsTheConversationListInBothShapes(ListShape shape) {
        fake.listShape(shape);
        fake.conversation("Second");

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
        fake.listShape(shape).tellsNext(false);
        fake.conversation("Second");

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
        fake.misbehave(Misbehaviour.DATA_NULL);

        assertThat(client.call(operation, in, "Hi").head().success()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "NESTED_ERROR,500,The model failed,MODEL_FAILED",
        "ERROR_LIST,400,title is too long,VALIDATION_ERROR",
        "ERROR_TEXT,502,upstream is gone,SERVER_ERROR",
        "ERROR_PAGE,502,page instead of JSON,SERVER_ERROR",
        "HIDDEN_CAUSE,500,Failed to send message,SERVER_ERROR"
    })
    void tellsErrorsOfEveryShape(Misbehaviour how, int status, String message, String code) {
        fake.misbehave(how);

        assertThatThrownBy(() -> client.call("messages/send", in, "Hi"))
                .isInstanceOfSatisfying(HttpStatusException.class, e -> {
                    assertThat(e.status()).isEqualTo(status);
                    assertThat(e).hasMessageContaining(message);
                    assertThat(e.code()).contains(code);
                });
    }

    // 4 and 5: streams

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"NO_BLANK", "CRLF", "COMMENTS", "ONE_BYTE_PIECES", "UNKNOWN_CHUNK", "NOT_STREAMED"})
    void readsAStreamHoweverItIsWritten(Misbehaviour how) {
        fake.words(content -> "Grüße 👋 " + content).misbehave(how);

        StreamingResult answer = client.stream(conversation, "Hi");

        assertThat(answer.text()).isEqualTo("Grüße 👋 Hi");
        assertThat(answer.attributes()).containsKeys("usage", "model");
        assertThat(answer.result()).isInstanceOfSatisfying(SendResult.class, result -> assertThat(result.text())
                .isEqualTo("Grüße 👋 Hi"));
    }

    @ParameterizedTest
    @CsvSource({
        "DROP_MID_STREAM,You",
        "RESET_MID_STREAM,You",
        "NO_COMPLETE,You said: Hi",
        "NO_DONE,You said: Hi",
        "ERROR_CHUNK,You",
        "BAD_JSON_CHUNK,You"
    })
    void neverPassesACutAnswerForAWholeOne(Misbehaviour how, String partial) {
        fake.misbehave(how);

        assertThatThrownBy(() -> client.stream(conversation, "Hi"))
                .isInstanceOfSatisfying(StreamFaultException.class, e -> {
                    // The end of a connection may overtake what was sent just before it.
                    boolean broken = how.name().endsWith("MID_STREAM");
                    assertThat(partial).startsWith(e.partialText());
                    assertThat(e.partialText().length()).isGreaterThanOrEqualTo(broken ? 0 : partial.length());
                });
        assertThat(fake.ledger().total()).isEqualTo(1);
    }

    @Test
    void endsASilentStream() {
        fake.misbehave(Misbehaviour.STALL_MID_STREAM);

        assertThatThrownBy(() -> client.stream(conversation, "Hi", Duration.ofMillis(300)))
                .isInstanceOf(StreamFaultException.class);
    }

    @Test
    void tellsAnErrorBeforeTheFirstChunkAsWhatItIs() {
        fake.misbehave(Misbehaviour.ERROR_FIRST);
        assertThatThrownBy(() -> client.stream(conversation, "Hi"))
                .isInstanceOf(ProviderFaultException.class)
                .hasMessageContaining("Quota exceeded");

        fake.misbehave(Misbehaviour.UNAVAILABLE);
        assertThatThrownBy(() -> client.stream(conversation, "Hi"))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("maintenance");
    }

    // 6: a delete may be answered 204

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"NO_CONTENT", "EMPTY_200"})
    void deletesOnceWhateverTheAnswer(Misbehaviour how) {
        fake.misbehave(how);

        CallResult result = client.call("conversations/delete", in, null);

        assertThat(result.value()).isNull();
        assertThat(fake.ledger().total()).isEqualTo(1);
    }

    // 7: writes are not repeated, 429 is

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"LOST_ANSWER", "CUT_BODY"})
    void sendsAMessageOnceThoughItsAnswerWasLost(Misbehaviour how) {
        fake.misbehave(how);

        assertThatThrownBy(() -> client.call("messages/send", in, "Hi")).isInstanceOf(TransportException.class);

        assertThat(fake.messages(conversation)).hasSize(2);
        assertThat(fake.ledger().total()).isEqualTo(1);
    }

    @Test
    void repeatsAReadWhoseAnswerWasLost() {
        fake.misbehave(Misbehaviour.LOST_ANSWER, 2);

        assertThat(client.call("conversations/get", in, null).attempts()).isEqualTo(3);
    }

    @Test
    void repeatsWritesWhereTheUserAllowsIt() {
        try (ClientTestSupport bold = ClientTestSupport.retryingUnsafe(fake)) {
            fake.misbehave(Misbehaviour.HIDDEN_CAUSE);

            assertThat(bold.call("messages/send", in, "Hi").attempts()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Misbehaviour.class,
            names = {"RATE_LIMITED", "RATE_LIMITED_BODY", "RATE_LIMITED_HEADER"})
    void waitsAsLongAsARateLimitTells(Misbehaviour how) {
        fake.misbehave(how);

        CallResult result = client.call("messages/send", in, "Hi");
        long first = fake.ledger().all().get(0).nanos();
        long second = fake.ledger().all().get(1).nanos();

        assertThat(result.attempts()).isEqualTo(2);
        assertThat(Duration.ofNanos(second - first)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
        assertThat(fake.messages(conversation)).hasSize(2);
    }

    @Test
    void failsWithTheWaitWhereItIsTooLong() {
        fake.retryAfter(3_600).misbehave(Misbehaviour.RATE_LIMITED_BODY);

        assertThatThrownBy(() -> client.call("conversations/get", in, null))
                .isInstanceOfSatisfying(RateLimitException.class, e -> assertThat(e.retryAfter())
                        .contains(Duration.ofHours(1)));
        assertThat(fake.ledger().total()).isEqualTo(1);
    }

    // 8: the status stays the real one

    @Test
    void keepsTheStatusOfAServerFault() {
        fake.misbehave(Misbehaviour.UNAVAILABLE, 4);

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
        fake.misbehave(Misbehaviour.UNAUTHORIZED);
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

        assertThat(fake.ledger().all().get(0).target()).isEqualTo("/api/v1/conversations" + path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void refusesIdsThatClimb(String id) {
        assertThatThrownBy(() -> client.call("conversations/get", Map.of("conversationId", id), null))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(fake.ledger().total()).isZero();
    }

    // 11: login carries no key

    @Test
    void sendsNoKeyWithALogin() {
        assertThatThrownBy(() -> client.call("auth/login", Map.of(), Map.of("email", "a", "password", "b")))
                .isInstanceOf(ProviderException.class);

        assertThat(fake.ledger().all().get(0).header("Authorization")).isEmpty();
    }
}
