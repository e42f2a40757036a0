/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What registering or logging in brings.
 *
 * @param user whose it is
 * @param tokens its tokens
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Session(
        @Nullable User user,
        @Nullable Tokens tokens,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public Session {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Session[user=" + user + ", tokens=" + tokens + ']';
    }
}
