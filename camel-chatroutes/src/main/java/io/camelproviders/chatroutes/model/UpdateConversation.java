/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code conversations/update}; what is null stays as it is.
 *
 * @param title new title
 * @param model new model
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateConversation(
        @Nullable String title,
        @Nullable String model,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public UpdateConversation {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public UpdateConversation(@Nullable String title, @Nullable String model) {
        this(title, model, Map.of());
    }
}
