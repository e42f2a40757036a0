/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that an answer took.
 *
 * @param promptTokens tokens read
 * @param completionTokens tokens written
 * @param totalTokens both
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Usage(
        @Nullable Integer promptTokens,
        @Nullable Integer completionTokens,
        @Nullable Integer totalTokens,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Usage {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
