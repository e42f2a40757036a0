/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A branch that a text invites.
 *
 * @param id its id
 * @param title title for the branch
 * @param description what it would be about
 * @param triggerText the words that invited it
 * @param branchPoint where they stand
 * @param confidence 0 to 1
 * @param reasoning why
 * @param estimatedDivergence {@code low}, {@code medium} or {@code high}; others are kept
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable String triggerText,
        @Nullable BranchPoint branchPoint,
        @Nullable Double confidence,
        @Nullable String reasoning,
        @Nullable String estimatedDivergence,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Suggestion {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
