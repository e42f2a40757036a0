/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.time.Instant;
import java.util.Map;

/**
 * One message of a talk.
 *
 * @param text what was said
 * @param role {@code USER}, {@code SYSTEM} for the model's answer, {@code ASSISTANT}, {@code SYSTEM_THINKING}
 * @param timestamp when
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptConversationMessage(
        String text,
        String role,
        GroupedTimestamp timestamp,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public QgptConversationMessage {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** What the user said. */
    public static QgptConversationMessage user(String text, Instant when) {
        return new QgptConversationMessage(text, "USER", GroupedTimestamp.of(when), Map.of());
    }

    /** What the model answered. */
    public static QgptConversationMessage model(String text, Instant when) {
        return new QgptConversationMessage(text, "SYSTEM", GroupedTimestamp.of(when), Map.of());
    }
}
