/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * Body of conversations/set-ai-status.
 *
 * @param isAiChatPaused whether the agent keeps silent
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record SetAiStatus(
        boolean isAiChatPaused, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public SetAiStatus {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The agent keeps silent, or speaks again. */
    public static SetAiStatus of(boolean paused) {
        return new SetAiStatus(paused, Map.of());
    }
}
