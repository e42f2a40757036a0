/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.bimpeai.model.Integrations.AuthConfig;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: mcp servers. */
public final class McpServers {

    private McpServers() {}

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

    /**
     * Whether an MCP server could be reached.
     *
     * @param success whether it could
     * @param message what happened
     * @param error what went wrong
     * @param toolsCount tools it offers
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record McpServerTestResult(
            boolean success,
            String message,
            @Nullable String error,
            @Nullable Integer toolsCount,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public McpServerTestResult {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of mcp-servers/configure.
     *
     * @param name its name
     * @param serverUrl where it lives
     * @param transport {@code http_sse} or {@code streamable_http}
     * @param authType {@code none}, {@code bearer}, {@code basic}, {@code api_key} or {@code custom}
     * @param authConfig credentials
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record ConfigureMcpServer(
            @Nullable String name,
            @Nullable String serverUrl,
            @Nullable String transport,
            @Nullable String authType,
            @Nullable AuthConfig authConfig,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public ConfigureMcpServer {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static ConfigureMcpServerBuilder builder() {
            return ConfigureMcpServerBuilder.configureMcpServer();
        }
    }

    /**
     * What a discovery of tools changed.
     *
     * @param discovered tools found
     * @param created tools new
     * @param updated tools changed
     * @param disabled tools switched off
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Discovery(
            int discovered,
            int created,
            int updated,
            int disabled,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Discovery {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
