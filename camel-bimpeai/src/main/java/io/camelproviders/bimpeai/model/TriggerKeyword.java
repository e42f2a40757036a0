/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A word that starts a flow.
 *
 * @param keyword the word
 * @param weight {@code high}, {@code medium} or {@code low}; others are kept
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record TriggerKeyword(
        String keyword,
        @Nullable String weight,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public TriggerKeyword {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
