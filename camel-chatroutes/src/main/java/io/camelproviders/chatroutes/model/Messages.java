/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.ProviderResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests and responses: messages. */
public final class Messages {

    private Messages() {}

    /**
     * A message of a conversation.
     *
     * @param id its id
     * @param conversationId where it stands
     * @param branchId in which branch
     * @param parentMessageId the message it follows
     * @param role {@code user}, {@code assistant} or {@code system}; others are kept
     * @param content its text
     * @param tokenCount size in tokens; older answers call it {@code tokens}
     * @param createdAt ISO-8601 text
     * @param metadata how it was made
     * @param model model that wrote it
     * @param contentHash digest of the text
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Message(
            @Nullable String id,
            @Nullable String conversationId,
            @Nullable String branchId,
            @Nullable String parentMessageId,
            @Nullable String role,
            @Nullable String content,
            @JsonAlias("tokens") @Nullable Integer tokenCount,
            @Nullable String createdAt,
            @Nullable MessageMetadata metadata,
            @Nullable String model,
            @Nullable String contentHash,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel, ProviderResponse {

        public Message {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** When it was created; empty if the provider said nothing readable. */
        public Optional<Instant> created() {
            return ProviderModel.time(createdAt);
        }

        /** An answer of which nothing but the text is known. */
        public static Message assistant(String content) {
            return new Message(null, null, null, null, "assistant", content, null, null, null, null, null, Map.of());
        }

        /** The message's text. */
        @Override
        public @Nullable String text() {
            return content;
        }
    }

    /**
     * How a message was made. The wire mixes camelCase and snake_case; either is read.
     *
     * @param model model that wrote it
     * @param temperature temperature it was asked with
     * @param maxTokens bound it was asked with
     * @param responseTime milliseconds the model took
     * @param finishReason why it ended
     * @param cost what it cost, in the account's currency
     * @param contextTruncated whether older messages were left out
     * @param checkpointUsed whether a checkpoint stood for older messages
     * @param promptTokens tokens of the prompt
     * @param contextMessageCount messages in the context
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MessageMetadata(
            @Nullable String model,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            @Nullable Double responseTime,
            @Nullable String finishReason,
            @Nullable Double cost,
            @JsonAlias("context_truncated") @Nullable Boolean contextTruncated,
            @JsonAlias("checkpoint_used") @Nullable Boolean checkpointUsed,
            @JsonAlias("prompt_tokens") @Nullable Integer promptTokens,
            @JsonAlias("context_message_count") @Nullable Integer contextMessageCount,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public MessageMetadata {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Request of {@code messages/send}, {@code messages/stream} and {@code branches/send-message}. Nothing but the content is required; what is
     * null is not sent.
     *
     * @param content the text; required
     * @param model model that shall answer
     * @param temperature 0 to 2 for GPT models, 0 to 1 for Claude models
     * @param maxTokens bound of the answer
     * @param branchId branch it goes to; the main one if null
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SendMessage(
            @Nullable String content,
            @Nullable String model,
            @Nullable Double temperature,
            @Nullable Integer maxTokens,
            @Nullable String branchId,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public SendMessage {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts from the text. */
        public static Builder builder(String content) {
            return new Builder(content);
        }

        /** Mutable twin of the record. */
        public static final class Builder {
            private final String content;
            private @Nullable String model;
            private @Nullable Double temperature;
            private @Nullable Integer maxTokens;
            private @Nullable String branchId;
            private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

            private Builder(String content) {
                this.content = content;
            }

            public Builder model(String value) {
                this.model = value;
                return this;
            }

            public Builder temperature(Double value) {
                this.temperature = value;
                return this;
            }

            public Builder maxTokens(Integer value) {
                this.maxTokens = value;
                return this;
            }

            public Builder branchId(String value) {
                this.branchId = value;
                return this;
            }

            /** A field that this library does not know; sent as it is. */
            public Builder with(String wireName, Object value) {
                additionalProperties.put(wireName, value);
                return this;
            }

            public SendMessage build() {
                return new SendMessage(content, model, temperature, maxTokens, branchId, additionalProperties);
            }
        }
    }

    /**
     * What came of sending a message. {@code messages/send} names the answer {@code message}, {@code branches/send-message} and
     * older answers {@code assistantMessage}: {@link #reply()} takes either.
     *
     * @param message the answer
     * @param assistantMessage the answer under its other name
     * @param userMessage the message that was sent
     * @param usage tokens it took
     * @param model full name of the model that answered
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SendResult(
            @Nullable Message message,
            @Nullable Message assistantMessage,
            @Nullable Message userMessage,
            @Nullable Usage usage,
            @Nullable String model,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel, ProviderResponse {

        public SendResult {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The assistant's message, under whichever name it came. */
        public Optional<Message> reply() {
            return Optional.ofNullable(message != null ? message : assistantMessage);
        }

        /** Text of the answer; empty if there is none. */
        @Override
        public String text() {
            return reply().map(Message::content).orElse("");
        }
    }

    /**
     * Request of {@code messages/update}.
     *
     * @param content new text; required
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UpdateMessage(
            @Nullable String content, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public UpdateMessage {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        public UpdateMessage(String content) {
            this(content, Map.of());
        }
    }

    /**
     * Tokens that an answer took.
     *
     * @param promptTokens tokens read
     * @param completionTokens tokens written
     * @param totalTokens both
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Usage(
            @Nullable Integer promptTokens,
            @Nullable Integer completionTokens,
            @Nullable Integer totalTokens,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Usage {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
