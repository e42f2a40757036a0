/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that an answer took.
 *
 * @param inputTokens tokens read
 * @param outputTokens tokens written
 * @param totalTokens both
 * @param additionalProperties further fields as they came
 */
@SnakeCase
public record Usage(
        @Nullable Long inputTokens,
        @Nullable Long outputTokens,
        @Nullable Long totalTokens,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Usage {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
