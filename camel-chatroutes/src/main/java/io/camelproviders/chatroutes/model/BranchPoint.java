/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where in a text a branch was found.
 *
 * @param start first character, from 0
 * @param end character after the last
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BranchPoint(
        @Nullable Integer start,
        @Nullable Integer end,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public BranchPoint {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
