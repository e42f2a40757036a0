/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code auth/login}.
 *
 * @param email required
 * @param password required; a secret
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Login(
        @Nullable String email,
        @Nullable String password,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public Login {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public Login(String email, String password) {
        this(email, password, Map.of());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Login[email=" + email + ", password=xxxxxx]";
    }
}
