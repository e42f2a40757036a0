/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code checkpoints/create}.
 *
 * @param branchId branch to sum up; required
 * @param anchorMessageId last message to sum up; required
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateCheckpoint(
        @Nullable String branchId,
        @Nullable String anchorMessageId,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public CreateCheckpoint {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public CreateCheckpoint(String branchId, String anchorMessageId) {
        this(branchId, anchorMessageId, Map.of());
    }
}
