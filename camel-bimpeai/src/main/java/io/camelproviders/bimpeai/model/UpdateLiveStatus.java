/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of agents/update-live-status.
 *
 * @param status {@code development}, {@code live} or {@code paused}
 * @param statusReason why
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record UpdateLiveStatus(
        String status,
        @Nullable String statusReason,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public UpdateLiveStatus {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** A status without a reason. */
    public static UpdateLiveStatus of(String status) {
        return new UpdateLiveStatus(status, null, Map.of());
    }
}
