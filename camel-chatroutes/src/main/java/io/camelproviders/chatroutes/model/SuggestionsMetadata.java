/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How suggestions were found.
 *
 * @param detectionMethod {@code pattern}, {@code hybrid} or {@code llm}; others are kept
 * @param totalBranchPointsFound places found in all
 * @param modelUsed model that was asked
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestionsMetadata(
        @Nullable String detectionMethod,
        @Nullable Integer totalBranchPointsFound,
        @Nullable String modelUsed,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public SuggestionsMetadata {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
