/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
