/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
