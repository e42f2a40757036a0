/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A knowledge base in short.
 *
 * @param id its id
 * @param type {@code text} or {@code url}; others are kept
 * @param name its name
 * @param description what it holds
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record KbSummary(
        String id,
        String type,
        String name,
        @Nullable String description,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public KbSummary {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
