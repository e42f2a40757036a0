/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: connectors. */
public final class Connectors {

    private Connectors() {}

    /**
     * Where the user goes on ({@code connectors/authorize}).
     *
     * @param url page that the end user must open
     * @param additionalProperties further fields as they came
     */
    public record AuthorizeAnswer(
            @Nullable String url, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public AuthorizeAnswer {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

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
    @Builder
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

        /** Starts a builder without values. */
        public static AuthorizeRequestBuilder builder() {
            return AuthorizeRequestBuilder.authorizeRequest();
        }
    }
}
