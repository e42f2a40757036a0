/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation flow of the first console; its shape is no longer specified.
 *
 * @param id its id
 * @param name its name
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record ConversationFlow(
        @Nullable String id,
        @Nullable String name,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public ConversationFlow {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
