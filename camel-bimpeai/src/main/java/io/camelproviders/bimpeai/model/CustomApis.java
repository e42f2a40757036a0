/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.bimpeai.model.Integrations.AuthConfig;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: custom apis. */
public final class CustomApis {

    private CustomApis() {}

    /**
     * A foreign HTTP API.
     *
     * @param id its id
     * @param config its configuration
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record CustomApi(
            String id,
            @Nullable CustomApiConfig config,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public CustomApi {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

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
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public CustomApiConfig {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of custom-apis/configure.
     *
     * @param name its name
     * @param description what it does
     * @param baseUrl where it lives
     * @param testEndpoint path to try it with
     * @param authType {@code none}, {@code bearer}, {@code basic}, {@code api_key} or {@code custom}
     * @param authConfig credentials
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record ConfigureCustomApi(
            @Nullable String name,
            @Nullable String description,
            @Nullable String baseUrl,
            @Nullable String testEndpoint,
            @Nullable String authType,
            @Nullable AuthConfig authConfig,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public ConfigureCustomApi {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static ConfigureCustomApiBuilder builder() {
            return ConfigureCustomApiBuilder.configureCustomApi();
        }
    }

    /**
     * A tool of a foreign API or MCP server.
     *
     * @param id its id
     * @param actionName name for machines
     * @param name name for people
     * @param description what it does
     * @param category its category
     * @param isEnabled whether it is switched on
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Tool(
            String id,
            String actionName,
            String name,
            @Nullable String description,
            String category,
            boolean isEnabled,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Tool {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of custom-api-tools/add. Its credentials are printed nowhere.
     *
     * @param name its name
     * @param httpMethod {@code GET}, {@code POST}, {@code PUT}, {@code DELETE} or {@code PATCH}
     * @param urlTemplate URL with placeholders
     * @param description what it does
     * @param urlParams parameters in the URL
     * @param bodyParams parameters in the body
     * @param headersTemplate headers with placeholders
     * @param bodyTemplate body with placeholders
     * @param authType {@code none}, {@code bearer}, {@code basic}, {@code api_key} or {@code custom}
     * @param authConfig credentials, a free object
     * @param responseMapping how to read the answer
     * @param category its category
     * @param requireHumanApproval whether a person must agree
     * @param timeout time limit; the unit is not specified
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record CreateTool(
            @Nullable String name,
            @Nullable String httpMethod,
            @Nullable String urlTemplate,
            @Nullable String description,
            @Nullable List<ToolParameter> urlParams,
            @Nullable List<ToolParameter> bodyParams,
            @Nullable Map<String, Object> headersTemplate,
            @Nullable Map<String, Object> bodyTemplate,
            @Nullable String authType,
            @Nullable Map<String, Object> authConfig,
            @Nullable ResponseMapping responseMapping,
            @Nullable String category,
            @Nullable Boolean requireHumanApproval,
            @Nullable Integer timeout,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public CreateTool {
            urlParams = ProviderModel.itemsOrNull(urlParams);
            bodyParams = ProviderModel.itemsOrNull(bodyParams);
            headersTemplate = ProviderModel.objectOrNull(headersTemplate);
            bodyTemplate = ProviderModel.objectOrNull(bodyTemplate);
            authConfig = ProviderModel.objectOrNull(authConfig);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Without the secrets. */
        @Override
        public String toString() {
            return "CreateTool[name=" + name + ", httpMethod=" + httpMethod + "]";
        }

        /** Starts a builder without values. */
        public static CreateToolBuilder builder() {
            return CreateToolBuilder.createTool();
        }
    }

    /**
     * A parameter of a tool.
     *
     * @param name its name
     * @param type {@code string}, {@code number}, {@code integer}, {@code boolean}, {@code array} or {@code object}
     * @param description what it means
     * @param required whether it must be given
     * @param items what an array holds
     * @param properties what an object holds
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    @Builder
    public record ToolParameter(
            @Nullable String name,
            @Nullable String type,
            @Nullable String description,
            @Nullable Boolean required,
            @Nullable ToolParameter items,
            @Nullable Map<String, Object> properties,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public ToolParameter {
            properties = ProviderModel.objectOrNull(properties);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static ToolParameterBuilder builder() {
            return ToolParameterBuilder.toolParameter();
        }
    }

    /**
     * How to read the answer of a tool.
     *
     * @param path where the result stands
     * @param successMessage what to say when it worked
     * @param errorMessage what to say when it failed
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record ResponseMapping(
            @Nullable String path,
            @Nullable String successMessage,
            @Nullable String errorMessage,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public ResponseMapping {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
