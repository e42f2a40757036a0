/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a login. Secrets.
 *
 * @param accessToken bearer token of calls
 * @param refreshToken buys new tokens; absent where the old one goes on
 * @param expiresIn seconds that the access token lives
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tokens(
        @Nullable String accessToken,
        @Nullable String refreshToken,
        @Nullable Long expiresIn,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Tokens {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Tokens[accessToken=xxxxxx, refreshToken=xxxxxx, expiresIn=" + expiresIn + ']';
    }
}
