/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of text inside a run item.
 *
 * @param type {@code output_text} or {@code summary_text}
 * @param text the text
 * @param additionalProperties further fields as they came
 */
public record TextPart(
        @Nullable String type,
        @Nullable String text,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public TextPart {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
