/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code connect}.
 *
 * @param os id of the Pieces OS installation
 * @param application the registered application
 * @param health health of the server
 * @param user the signed-in user, if there is one
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Context(
        @Nullable String os,
        @Nullable Application application,
        @Nullable Map<String, Object> health,
        @Nullable Map<String, Object> user,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Context {
        health = ProviderModel.objectOrNull(health);
        user = ProviderModel.objectOrNull(user);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
