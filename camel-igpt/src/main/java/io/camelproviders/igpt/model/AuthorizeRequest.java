/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service that a user shall connect ({@code connectors/authorize}).
 *
 * @param user whose data is meant; the component's user if null
 * @param service for example {@code spike}; required
 * @param scope scopes, separated by blanks; required
 * @param redirectUri where the browser goes afterwards
 * @param state comes back with the browser
 * @param additionalProperties further fields as they came
 */
@SnakeCase
public record AuthorizeRequest(
        @Nullable String user,
        @Nullable String service,
        @Nullable String scope,
        @Nullable String redirectUri,
        @Nullable String state,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public AuthorizeRequest {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts an empty request. */
    public static Builder builder() {
        return new Builder();
    }

    /** Mutable twin of the record. */
    public static final class Builder {

        private @Nullable String user;
        private @Nullable String service;
        private @Nullable String scope;
        private @Nullable String redirectUri;
        private @Nullable String state;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder() {}

        public Builder user(@Nullable String value) {
            this.user = value;
            return this;
        }

        public Builder service(@Nullable String value) {
            this.service = value;
            return this;
        }

        public Builder scope(@Nullable String value) {
            this.scope = value;
            return this;
        }

        public Builder redirectUri(@Nullable String value) {
            this.redirectUri = value;
            return this;
        }

        public Builder state(@Nullable String value) {
            this.state = value;
            return this;
        }

        /** A field that this library does not know; passed through as it is. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The request. */
        public AuthorizeRequest build() {
            return new AuthorizeRequest(user, service, scope, redirectUri, state, additionalProperties);
        }
    }
}
