/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text or code; one of string and bytes.
 *
 * @param string the text
 * @param bytes the bytes
 * @param metadata its language
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeededFragment(
        @Nullable TransferableString string,
        @Nullable TransferableBytes bytes,
        @Nullable FragmentMetadata metadata,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public SeededFragment {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The text, or an empty one. */
    public String text() {
        return string == null || string.raw() == null ? "" : string.raw();
    }
}
