/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;

/**
 * A piece of a text.
 *
 * @param text the piece
 * @param start index of its first character in the original
 * @param end index behind its last character
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TextLocation(
        String text, int start, int end, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public TextLocation {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
