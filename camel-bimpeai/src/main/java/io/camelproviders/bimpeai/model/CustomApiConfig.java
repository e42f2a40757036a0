/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of a foreign HTTP API.
 *
 * @param name its name
 * @param baseUrl where it lives
 * @param authType {@code none}, {@code bearer}, {@code basic}, {@code api_key} or {@code custom}; others are kept
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record CustomApiConfig(
        String name,
        @Nullable String baseUrl,
        String authType,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public CustomApiConfig {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
