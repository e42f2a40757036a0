/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose data sources are asked for ({@code datasources/list}).
 *
 * @param user whose data is meant; the component's user if null
 * @param additionalProperties further fields as they came
 */
public record DataSourcesRequest(
        @Nullable String user, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public DataSourcesRequest {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
