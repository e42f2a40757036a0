/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code auth/register}.
 *
 * @param email required
 * @param password required; a secret
 * @param name name of the account
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Register(
        @Nullable String email,
        @Nullable String password,
        @Nullable String name,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public Register {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public Register(String email, String password, @Nullable String name) {
        this(email, password, name, Map.of());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Register[email=" + email + ", password=xxxxxx, name=" + name + ']';
    }
}
