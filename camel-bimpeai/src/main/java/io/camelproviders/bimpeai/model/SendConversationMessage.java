/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String message;
        private @Nullable String role;
        private @Nullable String conversationId;
        private @Nullable String channelType;
        private @Nullable String channelUserId;
        private @Nullable String channelUsername;
        private @Nullable Boolean isTestChannel;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets the text. */
        public Builder message(String value) {
            this.message = value;
            return this;
        }

        /** Sets {@code user} or {@code assistant}. */
        public Builder role(String value) {
            this.role = value;
            return this;
        }

        /** Sets conversation it goes to. */
        public Builder conversationId(String value) {
            this.conversationId = value;
            return this;
        }

        /** Sets {@code whatsapp}, {@code webchat} or {@code telephony}. */
        public Builder channelType(String value) {
            this.channelType = value;
            return this;
        }

        /** Sets who it goes to, as the channel names them. */
        public Builder channelUserId(String value) {
            this.channelUserId = value;
            return this;
        }

        /** Sets who it goes to, by name. */
        public Builder channelUsername(String value) {
            this.channelUsername = value;
            return this;
        }

        /** Sets whether it is a test. */
        public Builder isTestChannel(Boolean value) {
            this.isTestChannel = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public SendConversationMessage build() {
            return new SendConversationMessage(
                    message,
                    role,
                    conversationId,
                    channelType,
                    channelUserId,
                    channelUsername,
                    isTestChannel,
                    additional);
        }
    }
}
