/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question and its answer.
 *
 * @param question the question
 * @param answer the answer
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record FaqItem(
        @Nullable String question,
        @Nullable String answer,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public FaqItem {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
