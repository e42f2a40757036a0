/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a seed; one of fragment and file.
 *
 * @param fragment a piece of text or code
 * @param file a file
 * @param classification {@code specific}, {@code generic}, {@code rendering}
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeededFormat(
        @Nullable SeededFragment fragment,
        @Nullable SeededFile file,
        @Nullable Map<String, Object> classification,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public SeededFormat {
        classification = ProviderModel.objectOrNull(classification);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
