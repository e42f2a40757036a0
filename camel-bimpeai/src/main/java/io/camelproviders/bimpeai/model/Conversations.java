/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: conversations. */
public final class Conversations {

    private Conversations() {}

    /**
     * A conversation in a list.
     *
     * @param id its id
     * @param channelType {@code whatsapp}, {@code webchat}, {@code telephony} …; an open set
     * @param channelId channel it runs on
     * @param channelUserId who speaks, as the channel names them
     * @param channelUserUsername who speaks, by name
     * @param isTestChannel whether it is a test
     * @param isAiChatPaused whether the agent keeps silent
     * @param needsAttention whether a person should look at it
     * @param lastMessageAt ISO-8601 text
     * @param lastSeen ISO-8601 text
     * @param lastMessagePreview how the last message begins
     * @param createdAt ISO-8601 text
     * @param updatedAt ISO-8601 text
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Conversation(
            String id,
            String channelType,
            @Nullable String channelId,
            @Nullable String channelUserId,
            @Nullable String channelUserUsername,
            boolean isTestChannel,
            boolean isAiChatPaused,
            boolean needsAttention,
            @Nullable String lastMessageAt,
            @Nullable String lastSeen,
            @Nullable String lastMessagePreview,
            String createdAt,
            String updatedAt,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Conversation {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A conversation with who speaks.
     *
     * @param id its id
     * @param channelType {@code whatsapp}, {@code webchat}, {@code telephony} …; an open set
     * @param channelId channel it runs on
     * @param channelUserId who speaks, as the channel names them
     * @param channelUserUsername who speaks, by name
     * @param isTestChannel whether it is a test
     * @param isAiChatPaused whether the agent keeps silent
     * @param needsAttention whether a person should look at it
     * @param lastMessageAt ISO-8601 text
     * @param lastSeen ISO-8601 text
     * @param lastMessagePreview how the last message begins
     * @param createdAt ISO-8601 text
     * @param updatedAt ISO-8601 text
     * @param fullName name of the person
     * @param email mail address of the person
     * @param phoneNumber telephone number of the person
     * @param profilePicture where a picture of the person lies
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record ConversationDetail(
            String id,
            String channelType,
            @Nullable String channelId,
            @Nullable String channelUserId,
            @Nullable String channelUserUsername,
            boolean isTestChannel,
            boolean isAiChatPaused,
            boolean needsAttention,
            @Nullable String lastMessageAt,
            @Nullable String lastSeen,
            @Nullable String lastMessagePreview,
            String createdAt,
            String updatedAt,
            @Nullable String fullName,
            @Nullable String email,
            @Nullable String phoneNumber,
            @Nullable String profilePicture,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public ConversationDetail {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of conversations/set-ai-status.
     *
     * @param isAiChatPaused whether the agent keeps silent
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record SetAiStatus(
            boolean isAiChatPaused, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public SetAiStatus {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The agent keeps silent, or speaks again. */
        public static SetAiStatus of(boolean paused) {
            return new SetAiStatus(paused, Map.of());
        }
    }

    /**
     * Whether the agent speaks in a conversation.
     *
     * @param isAiChatPaused whether it keeps silent
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record AiStatus(
            @Nullable Boolean isAiChatPaused, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public AiStatus {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of conversations/send: addressed by a conversation, or by a channel and the address in it.
     *
     * @param message the text
     * @param role {@code user} or {@code assistant}
     * @param conversationId conversation it goes to
     * @param channelType {@code whatsapp}, {@code webchat} or {@code telephony}
     * @param channelUserId who it goes to, as the channel names them
     * @param channelUsername who it goes to, by name
     * @param isTestChannel whether it is a test
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record SendConversationMessage(
            @Nullable String message,
            @Nullable String role,
            @Nullable String conversationId,
            @Nullable String channelType,
            @Nullable String channelUserId,
            @Nullable String channelUsername,
            @Nullable Boolean isTestChannel,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public SendConversationMessage {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static SendConversationMessageBuilder builder() {
            return SendConversationMessageBuilder.sendConversationMessage();
        }
    }
}
