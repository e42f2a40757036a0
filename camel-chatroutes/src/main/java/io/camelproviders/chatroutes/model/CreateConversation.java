/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code conversations/create}.
 *
 * @param title required
 * @param model model that shall answer; the service has a default
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateConversation(
        @Nullable String title,
        @Nullable String model,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public CreateConversation {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public CreateConversation(String title, @Nullable String model) {
        this(title, model, Map.of());
    }
}
