/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a file.
 *
 * @param name its name
 * @param ext its extension
 * @param size its size in bytes
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileMetadata(
        @Nullable String name,
        @Nullable String ext,
        @Nullable Long size,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public FileMetadata {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
