/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not saved yet.
 *
 * @param application the whole application object, as {@code connect} answered it
 * @param format its content
 * @param metadata further facts
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeededAsset(
        Application application,
        SeededFormat format,
        @Nullable Map<String, Object> metadata,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public SeededAsset {
        metadata = ProviderModel.objectOrNull(metadata);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
