/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code branches/update}; what is null stays as it is.
 *
 * @param title new title
 * @param contextMode new context mode
 * @param isActive whether it is in use
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateBranch(
        @Nullable String title,
        @Nullable String contextMode,
        @JsonProperty("isActive") @Nullable Boolean isActive,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public UpdateBranch {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public UpdateBranch(@Nullable String title, @Nullable String contextMode, @Nullable Boolean isActive) {
        this(title, contextMode, isActive, Map.of());
    }
}
