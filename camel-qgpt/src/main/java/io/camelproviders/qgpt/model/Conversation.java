/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A persisted conversation.
 *
 * @param id id
 * @param created when stored
 * @param updated when changed
 * @param type {@code COPILOT} or {@code UNKNOWN}
 * @param name title
 * @param messages its messages; the indices give the order
 * @param pipeline kind of answers
 * @param model model that answers
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversation(
        String id,
        @Nullable GroupedTimestamp created,
        @Nullable GroupedTimestamp updated,
        @Nullable String type,
        @Nullable String name,
        @Nullable References messages,
        @Nullable QgptPromptPipeline pipeline,
        @Nullable Reference model,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Conversation {
        id = id == null ? "" : id;
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
