/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * Configuration of a foreign MCP server.
 *
 * @param name its name
 * @param serverUrl where it lives
 * @param transport {@code http_sse} or {@code streamable_http}; others are kept
 * @param authType {@code none}, {@code bearer}, {@code basic}, {@code api_key} or {@code custom}; others are kept
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record McpServerConfig(
        String name,
        String serverUrl,
        String transport,
        String authType,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public McpServerConfig {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
