/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a flow.
 *
 * @param type its type
 * @param content what to say
 * @param action what to do
 * @param followup what comes after
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record ConversationStep(
        String type,
        @Nullable String content,
        @Nullable String action,
        @Nullable String followup,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public ConversationStep {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
