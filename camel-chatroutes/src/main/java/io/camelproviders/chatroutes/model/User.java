/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param id its id
 * @param email its address
 * @param name its name
 * @param plan its plan
 * @param createdAt ISO-8601 text
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record User(
        @Nullable String id,
        @Nullable String email,
        @Nullable String name,
        @Nullable String plan,
        @Nullable String createdAt,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public User {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
