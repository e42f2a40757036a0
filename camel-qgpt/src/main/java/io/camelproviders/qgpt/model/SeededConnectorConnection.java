/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;

/**
 * Body of {@code connect}.
 *
 * @param application who connects
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeededConnectorConnection(
        SeededTrackedApplication application, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public SeededConnectorConnection {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Registers as an open source application. */
    public static SeededConnectorConnection openSource(String platform, String version) {
        return new SeededConnectorConnection(
                new SeededTrackedApplication("OPEN_SOURCE", platform, version, Map.of()), Map.of());
    }
}
