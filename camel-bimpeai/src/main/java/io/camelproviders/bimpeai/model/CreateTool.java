/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String httpMethod;
        private @Nullable String urlTemplate;
        private @Nullable String description;
        private @Nullable List<ToolParameter> urlParams;
        private @Nullable List<ToolParameter> bodyParams;
        private @Nullable Map<String, Object> headersTemplate;
        private @Nullable Map<String, Object> bodyTemplate;
        private @Nullable String authType;
        private @Nullable Map<String, Object> authConfig;
        private @Nullable ResponseMapping responseMapping;
        private @Nullable String category;
        private @Nullable Boolean requireHumanApproval;
        private @Nullable Integer timeout;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets {@code GET}, {@code POST}, {@code PUT}, {@code DELETE} or {@code PATCH}. */
        public Builder httpMethod(String value) {
            this.httpMethod = value;
            return this;
        }

        /** Sets URL with placeholders. */
        public Builder urlTemplate(String value) {
            this.urlTemplate = value;
            return this;
        }

        /** Sets what it does. */
        public Builder description(String value) {
            this.description = value;
            return this;
        }

        /** Sets parameters in the URL. */
        public Builder urlParams(List<ToolParameter> value) {
            this.urlParams = value;
            return this;
        }

        /** Sets parameters in the body. */
        public Builder bodyParams(List<ToolParameter> value) {
            this.bodyParams = value;
            return this;
        }

        /** Sets headers with placeholders. */
        public Builder headersTemplate(Map<String, Object> value) {
            this.headersTemplate = value;
            return this;
        }

        /** Sets body with placeholders. */
        public Builder bodyTemplate(Map<String, Object> value) {
            this.bodyTemplate = value;
            return this;
        }

        /** Sets {@code none}, {@code bearer}, {@code basic}, {@code api_key} or {@code custom}. */
        public Builder authType(String value) {
            this.authType = value;
            return this;
        }

        /** Sets credentials, a free object. */
        public Builder authConfig(Map<String, Object> value) {
            this.authConfig = value;
            return this;
        }

        /** Sets how to read the answer. */
        public Builder responseMapping(ResponseMapping value) {
            this.responseMapping = value;
            return this;
        }

        /** Sets its category. */
        public Builder category(String value) {
            this.category = value;
            return this;
        }

        /** Sets whether a person must agree. */
        public Builder requireHumanApproval(Boolean value) {
            this.requireHumanApproval = value;
            return this;
        }

        /** Sets time limit; the unit is not specified. */
        public Builder timeout(Integer value) {
            this.timeout = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public CreateTool build() {
            return new CreateTool(
                    name,
                    httpMethod,
                    urlTemplate,
                    description,
                    urlParams,
                    bodyParams,
                    headersTemplate,
                    bodyTemplate,
                    authType,
                    authConfig,
                    responseMapping,
                    category,
                    requireHumanApproval,
                    timeout,
                    additional);
        }
    }
}
