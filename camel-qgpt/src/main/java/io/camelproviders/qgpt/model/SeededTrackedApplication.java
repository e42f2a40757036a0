/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;

/**
 * The application that registers itself.
 *
 * @param name one of the names that Pieces OS knows; {@code OPEN_SOURCE} suits most
 * @param platform {@code LINUX}, {@code MACOS}, {@code WINDOWS}, {@code WEB} or {@code UNKNOWN}
 * @param version any version text
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeededTrackedApplication(
        String name,
        String platform,
        String version,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public SeededTrackedApplication {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
