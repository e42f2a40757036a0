/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which data source is taken off ({@code datasources/disconnect}).
 *
 * @param user whose data is meant; the component's user if null
 * @param id id of the data source, {@code service/id/type}; required
 * @param additionalProperties further fields as they came
 */
public record DisconnectRequest(
        @Nullable String user,
        @Nullable String id,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public DisconnectRequest {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
