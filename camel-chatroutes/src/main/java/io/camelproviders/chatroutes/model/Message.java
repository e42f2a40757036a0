/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
