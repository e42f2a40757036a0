/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code conversations/create}.
 *
 * @param type {@code COPILOT}
 * @param name title
 * @param model model to answer
 * @param pipeline kind of answers
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeededConversation(
        @Nullable String type,
        @Nullable String name,
        @Nullable Reference model,
        @Nullable QgptPromptPipeline pipeline,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public SeededConversation {
        type = type == null ? "COPILOT" : type;
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** A conversation with the copilot. */
    public static SeededConversation named(String name) {
        return new SeededConversation("COPILOT", name, null, null, Map.of());
    }
}
