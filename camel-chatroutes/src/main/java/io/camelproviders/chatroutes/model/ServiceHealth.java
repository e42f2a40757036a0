/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the branch suggestion service is.
 *
 * @param status its word for it, {@code healthy} for example
 * @param version its version
 * @param service its name
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServiceHealth(
        @Nullable String status,
        @Nullable String version,
        @Nullable String service,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public ServiceHealth {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
