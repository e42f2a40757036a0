/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points at a stored object.
 *
 * @param id its id
 * @param reference the whole object, where the server sent it
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reference(
        String id,
        @Nullable Map<String, Object> reference,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public Reference {
        reference = ProviderModel.objectOrNull(reference);
        id = id == null ? "" : id;
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The id alone is enough for the server. */
    public static Reference of(String id) {
        return new Reference(id, null, Map.of());
    }
}
