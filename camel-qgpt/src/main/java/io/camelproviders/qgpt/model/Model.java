/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A language model.
 *
 * @param id id to give as {@code model} of the inputs
 * @param name its name
 * @param cloud whether it runs in the cloud
 * @param downloaded whether it is on this machine
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Model(
        String id,
        @Nullable String name,
        @Nullable Boolean cloud,
        @Nullable Boolean downloaded,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Model {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Whether it can be asked now: it runs in the cloud or was downloaded. */
    public boolean usable() {
        return Boolean.TRUE.equals(cloud) || Boolean.TRUE.equals(downloaded);
    }
}
