/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to authenticate at a foreign service. Its secrets are printed nowhere.
 *
 * @param token bearer token
 * @param apiKey API key
 * @param headerName header that carries the key
 * @param username user name
 * @param password password
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record AuthConfig(
        @Nullable String token,
        @Nullable String apiKey,
        @Nullable String headerName,
        @Nullable String username,
        @Nullable String password,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public AuthConfig {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "AuthConfig[headerName=" + headerName + "]";
    }

    /** Starts one without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record; a field that is never set is not sent. */
    public static final class Builder {
        private @Nullable String token;
        private @Nullable String apiKey;
        private @Nullable String headerName;
        private @Nullable String username;
        private @Nullable String password;
        private final Map<String, Object> additional = new LinkedHashMap<>();

        private Builder() {}

        /** Sets bearer token. */
        public Builder token(String value) {
            this.token = value;
            return this;
        }

        /** Sets API key. */
        public Builder apiKey(String value) {
            this.apiKey = value;
            return this;
        }

        /** Sets header that carries the key. */
        public Builder headerName(String value) {
            this.headerName = value;
            return this;
        }

        /** Sets user name. */
        public Builder username(String value) {
            this.username = value;
            return this;
        }

        /** Sets password. */
        public Builder password(String value) {
            this.password = value;
            return this;
        }

        /** Sets a field that this library does not know, or an explicit null. */
        @SuppressWarnings("NullAway") // The map holds explicit nulls.
        public Builder additional(String wireName, @Nullable Object value) {
            additional.put(wireName, value);
            return this;
        }

        /** The record. */
        public AuthConfig build() {
            return new AuthConfig(token, apiKey, headerName, username, password, additional);
        }
    }
}
