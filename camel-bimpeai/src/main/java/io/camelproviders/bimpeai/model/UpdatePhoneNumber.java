/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of phone-numbers/update; all optional.
 *
 * @param agentId agent it shall belong to
 * @param label its label
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record UpdatePhoneNumber(
        @Nullable String agentId,
        @Nullable String label,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public UpdatePhoneNumber {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Gives the number to an agent. */
    public static UpdatePhoneNumber assignedTo(String agentId) {
        return new UpdatePhoneNumber(agentId, null, Map.of());
    }

    /** Takes the number from its agent: an explicit null is sent. */
    @SuppressWarnings("NullAway") // The map holds explicit nulls.
    public static UpdatePhoneNumber unassigned() {
        return new UpdatePhoneNumber(null, null, java.util.Collections.singletonMap("agent_id", null));
    }
}
