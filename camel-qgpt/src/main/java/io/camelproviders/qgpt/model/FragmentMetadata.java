/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a fragment.
 *
 * @param ext extension of its language: {@code java}, {@code py}, {@code md}
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FragmentMetadata(
        @Nullable String ext, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public FragmentMetadata {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
