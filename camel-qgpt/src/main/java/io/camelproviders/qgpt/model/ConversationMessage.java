/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A persisted message.
 *
 * @param id id
 * @param created when stored
 * @param updated when changed
 * @param role {@code USER}, {@code SYSTEM} for the model's answer, {@code ASSISTANT}, {@code SYSTEM_THINKING}
 * @param conversation where it belongs
 * @param fragment its content
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationMessage(
        String id,
        @Nullable GroupedTimestamp created,
        @Nullable GroupedTimestamp updated,
        @Nullable String role,
        @Nullable Reference conversation,
        @Nullable SeededFragment fragment,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel, ProviderResponse {

    public ConversationMessage {
        id = id == null ? "" : id;
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** What was said; empty if unknown. */
    @Override
    public String text() {
        return fragment == null ? "" : fragment.text();
    }
}
