/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code messages/update}.
 *
 * @param content new text; required
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateMessage(
        @Nullable String content, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public UpdateMessage {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    public UpdateMessage(String content) {
        this(content, Map.of());
    }
}
