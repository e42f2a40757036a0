/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param relevant the snippets found
 * @param answer only when the question was to be answered too
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptRelevanceOutput(
        @Nullable RelevantQgptSeeds relevant,
        @Nullable QgptQuestionOutput answer,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public QgptRelevanceOutput {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
