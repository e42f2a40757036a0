/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of messages/send.
 *
 * @param message the text
 * @param role {@code user} or {@code assistant}
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record SendMessage(
        @Nullable String message,
        @Nullable String role,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public SendMessage {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** A text under a role. */
    public static SendMessage of(String message, @Nullable String role) {
        return new SendMessage(message, role, Map.of());
    }
}
