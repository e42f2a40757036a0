/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code auth/refresh-token}.
 *
 * @param refreshToken required; a secret
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RefreshToken(
        @Nullable String refreshToken, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public RefreshToken {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public RefreshToken(String refreshToken) {
        this(refreshToken, Map.of());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RefreshToken[refreshToken=xxxxxx]";
    }
}
