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

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable String serverUrl;
        private @Nullable String transport;
        private @Nullable String authType;
        private @Nullable AuthConfig authConfig;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets its name. */
        public Builder name(String value) {
            this.name = value;
            return this;
        }

        /** Sets where it lives. */
        public Builder serverUrl(String value) {
            this.serverUrl = value;
            return this;
        }

        /** Sets {@code http_sse} or {@code streamable_http}. */
        public Builder transport(String value) {
            this.transport = value;
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
        public ConfigureMcpServer build() {
            return new ConfigureMcpServer(name, serverUrl, transport, authType, authConfig, additional);
        }
    }
}
