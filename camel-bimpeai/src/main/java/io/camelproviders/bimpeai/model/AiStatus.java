/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
