/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A foreign MCP server.
 *
 * @param id its id
 * @param config its configuration
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record McpServer(
        String id,
        @Nullable McpServerConfig config,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public McpServer {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
