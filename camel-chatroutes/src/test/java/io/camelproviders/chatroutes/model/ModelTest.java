/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.camelproviders.chatroutes.model.Auth.Login;
import io.camelproviders.chatroutes.model.Auth.RefreshToken;
import io.camelproviders.chatroutes.model.Auth.Register;
import io.camelproviders.chatroutes.model.Auth.Session;
import io.camelproviders.chatroutes.model.Auth.Tokens;
import io.camelproviders.chatroutes.model.Autobranch.SuggestBranches;
import io.camelproviders.chatroutes.model.Branches.Branch;
import io.camelproviders.chatroutes.model.Branches.UpdateBranch;
import io.camelproviders.chatroutes.model.Checkpoints.Checkpoint;
import io.camelproviders.chatroutes.model.Conversations.Conversation;
import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.MessageMetadata;
import io.camelproviders.chatroutes.model.Messages.SendMessage;
import io.camelproviders.chatroutes.model.Messages.SendResult;
import io.camelproviders.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTest {

    private final Json json = Json.standard();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"cp\",\"conversation_id\":\"c\",\"branch_id\":\"b\",\"anchor_message_id\":\"m\","
                        + "\"summary\":\"s\",\"token_count\":42,\"created_at\":\"2026-01-15T10:00:00.000Z\"}",
                "{\"id\":\"cp\",\"conversationId\":\"c\",\"branchId\":\"b\",\"anchorMessageId\":\"m\","
                        + "\"summary\":\"s\",\"tokenCount\":42,\"createdAt\":\"2026-01-15T10:00:00.000Z\"}"
            })
    void readsBothSpellingsOfACheckpointAsOne(String text) {
        Checkpoint checkpoint = read(text, Checkpoint.class);

        assertThat(checkpoint)
                .isEqualTo(new Checkpoint("cp", "c", "b", "m", "s", 42, "2026-01-15T10:00:00.000Z", Map.of()));
        assertThat(checkpoint.created()).contains(Instant.parse("2026-01-15T10:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "assistantMessage"})
    void findsTheAnswerUnderEitherName(String name) {
        SendResult result = read("{\"" + name + "\":{\"id\":\"m\",\"content\":\"Hello\"}}", SendResult.class);

        assertThat(result.reply()).map(Message::id).contains("m");
        assertThat(result.text()).isEqualTo("Hello");
    }

    @Test
    void hasNoTextWhereThereIsNoAnswer() {
        SendResult result = read("{\"usage\":{\"totalTokens\":1}}", SendResult.class);

        assertThat(result.reply()).isEmpty();
        assertThat(result.text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "tokenCount"})
    void readsTheOldNameOfTokenCount(String name) {
        assertThat(read("{\"" + name + "\":7}", Message.class).tokenCount()).isEqualTo(7);
    }

    @Test
    void readsMessageMetadataInItsMixedSpelling() {
        MessageMetadata metadata = read(
                "{\"responseTime\":12,\"finishReason\":\"stop\",\"context_truncated\":true,\"checkpoint_used\":false,"
                        + "\"prompt_tokens\":5,\"context_message_count\":3,\"cost\":0.25}",
                MessageMetadata.class);

        assertThat(metadata.contextTruncated()).isTrue();
        assertThat(metadata.checkpointUsed()).isFalse();
        assertThat(metadata.promptTokens()).isEqualTo(5);
        assertThat(metadata.contextMessageCount()).isEqualTo(3);
        assertThat(metadata.cost()).isEqualTo(0.25);
    }

    @Test
    void keepsWhatItDoesNotKnowAndToleratesUnknownWords() {
        Message message = read("{\"role\":\"tool\",\"createdAt\":\"yesterday\",\"mood\":{\"x\":null}}", Message.class);

        assertThat(message.role()).isEqualTo("tool");
        assertThat(message.created()).isEmpty();
        assertThat(message.additionalProperties()).containsOnlyKeys("mood");
        assertThat(json.text(message)).contains("\"mood\":{\"x\":null}").doesNotContain("additionalProperties");
    }

    @Test
    void readsAConversationWithItsParts() {
        Conversation conversation = read(
                "{\"id\":\"c\",\"messages\":[{\"id\":\"m\"},null],\"branches\":[{\"id\":\"b\",\"isMain\":true}]}",
                Conversation.class);

        assertThat(conversation.messages()).extracting(Message::id).containsExactly("m");
        assertThat(conversation.branches()).extracting(Branch::isMain).containsExactly(true);
        assertThat(json.text(new UpdateBranch("t", null, false))).isEqualTo("{\"title\":\"t\",\"isActive\":false}");
    }

    @Test
    void sendsOnlyWhatWasSet() {
        SendMessage message =
                SendMessage.builder("Hi").temperature(0.7).with("parentId", "p").build();

        assertThat(json.text(message)).isEqualTo("{\"content\":\"Hi\",\"temperature\":0.7,\"parentId\":\"p\"}");
    }

    @Test
    void alwaysSendsTheThreeSettingsOfSuggestionsAndNoEmptyModel() {
        String text = json.text(SuggestBranches.builder("t").llmModel("").build());

        assertThat(text)
                .isEqualTo("{\"text\":\"t\",\"suggestionsCount\":3,\"hybridDetection\":false,\"threshold\":0.7}");
    }

    @Test
    void neverPrintsASecret() {
        String secret = "canary-5e1f";
        Tokens tokens = new Tokens(secret, secret, 60L, Map.of("again", secret));
        List<Object> models = List.of(
                tokens,
                new Session(null, tokens, Map.of("again", secret)),
                new Login("a@example.org", secret),
                new Register("a@example.org", secret, "A"),
                new RefreshToken(secret),
                SuggestBranches.builder("t")
                        .llmApiKey(secret)
                        .with("again", secret)
                        .build());

        assertThat(models).allSatisfy(model -> assertThat(model.toString()).doesNotContain(secret));
    }

    private <T> T read(String text, Class<T> type) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }
}
