/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: messages. */
public final class Messages {

    private Messages() {}

    /**
     * A message, as lists and sends answer it.
     *
     * @param id its id
     * @param role who wrote it; an open set
     * @param message its text
     * @param messageType its type
     * @param createdAt ISO-8601 text
     * @param attachments what hangs on it
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Message(
            String id,
            String role,
            @Nullable String message,
            @Nullable String messageType,
            String createdAt,
            @ObjectsOnly @Nullable List<Attachment> attachments,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel, ProviderResponse {

        public Message {
            attachments = ProviderModel.itemsOrNull(attachments);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The message's text. */
        @Override
        public @Nullable String text() {
            return message;
        }
    }

    /**
     * Body of messages/send.
     *
     * @param message the text
     * @param role {@code user} or {@code assistant}
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record SendMessage(
            @Nullable String message,
            @Nullable String role,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

        public SendMessage {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** A text under a role. */
        public static SendMessage of(String message, @Nullable String role) {
            return new SendMessage(message, role, Map.of());
        }
    }

    /**
     * What hangs on a message. The component never fetches it.
     *
     * @param type its type
     * @param url where it lies
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Attachment(
            @Nullable String type,
            @Nullable String url,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public Attachment {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A message as the live stream brings it.
     *
     * @param id its id
     * @param conversationId conversation it belongs to
     * @param role {@code user}, {@code assistant}, {@code restaurant_user} or {@code customer}; others are kept
     * @param message its text
     * @param messageType its type
     * @param createdAt ISO-8601 text
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record StreamMessage(
            String id,
            @Nullable String conversationId,
            @Nullable String role,
            @Nullable String message,
            @Nullable String messageType,
            @Nullable String createdAt,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel, ProviderResponse {

        public StreamMessage {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The message's text. */
        @Override
        public @Nullable String text() {
            return message;
        }
    }

    /**
     * A single-use pass to a stream; a secret while it lives.
     *
     * @param ticket the pass
     * @param expiresIn seconds that it lives
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record StreamTicket(
            String ticket,
            @Nullable Integer expiresIn,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public StreamTicket {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "StreamTicket[expiresIn=" + expiresIn + "]";
        }
    }
}
