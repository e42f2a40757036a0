/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.common.json.ProviderModel;
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
        @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Session {
        additionalProperties = Values.extras(additionalProperties);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Session[user=" + user + ", tokens=" + tokens + ']';
    }
}
