/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Branches that a text invites.
 *
 * @param suggestions best first
 * @param metadata how they were found
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestions(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Suggestion> suggestions,
        @Nullable SuggestionsMetadata metadata,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Suggestions {
        suggestions = ProviderModel.items(suggestions);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
