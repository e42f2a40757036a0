/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String description;
        private @Nullable String baseUrl;
        private @Nullable String testEndpoint;
        private @Nullable String authType;
        private @Nullable AuthConfig authConfig;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets what it does. */
        public Builder description(String value) {
            this.description = value;
            return this;
        }

        /** Sets where it lives. */
        public Builder baseUrl(String value) {
            this.baseUrl = value;
            return this;
        }

        /** Sets path to try it with. */
        public Builder testEndpoint(String value) {
            this.testEndpoint = value;
            return this;
        }

        /** Sets {@code none}, {@code bearer}, {@code basic}, {@code api_key} or {@code custom}. */
        public Builder authType(String value) {
            this.authType = value;
            return this;
        }

        /** Sets credentials. */
        public Builder authConfig(AuthConfig value) {
            this.authConfig = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public ConfigureCustomApi build() {
            return new ConfigureCustomApi(name, description, baseUrl, testEndpoint, authType, authConfig, additional);
        }
    }
}
