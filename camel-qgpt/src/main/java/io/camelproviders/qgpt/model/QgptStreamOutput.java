/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message from the stream.
 *
 * @param request id of the exchange
 * @param conversation conversation, the new one perhaps
 * @param status {@code IN-PROGRESS}, {@code COMPLETED} and so on; unknown ones are kept
 * @param question a piece of the answer
 * @param relevance snippets found
 * @param statusCode 200, 401, 429, 500 or 503
 * @param errorMessage what went wrong
 * @param agentRoutes whether related persons are recommended
 * @param extracted what was found in the text
 * @param migration progress of a migration
 * @param intermediateMessages thinking so far
 * @param promptContextMaterials what the prompt was made from
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptStreamOutput(
        @Nullable String request,
        @Nullable String conversation,
        @Nullable String status,
        @Nullable QgptQuestionOutput question,
        @Nullable QgptRelevanceOutput relevance,
        @Nullable Integer statusCode,
        @Nullable String errorMessage,
        @Nullable Map<String, Object> agentRoutes,
        @Nullable Map<String, Object> extracted,
        @Nullable MigrationProgress migration,
        @JsonProperty("intermediate_messages") @Nullable Map<String, Object> intermediateMessages,
        @JsonProperty("prompt_context_materials") @Nullable Map<String, Object> promptContextMaterials,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel, ProviderResponse {

    public QgptStreamOutput {
        agentRoutes = ProviderModel.objectOrNull(agentRoutes);
        extracted = ProviderModel.objectOrNull(extracted);
        intermediateMessages = ProviderModel.objectOrNull(intermediateMessages);
        promptContextMaterials = ProviderModel.objectOrNull(promptContextMaterials);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The text of this message: all its answers one after the other; empty if there is none. */
    @Override
    public String text() {
        return question == null ? "" : question.text();
    }
}
