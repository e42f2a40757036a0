/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
