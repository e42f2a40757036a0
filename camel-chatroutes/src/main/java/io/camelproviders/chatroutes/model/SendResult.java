/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending a message. {@code messages/send} names the answer {@code message}, {@code branches/send-message} and
 * older answers {@code assistantMessage}: {@link #reply()} takes either.
 *
 * @param message the answer
 * @param assistantMessage the answer under its other name
 * @param userMessage the message that was sent
 * @param usage tokens it took
 * @param model full name of the model that answered
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendResult(
        @Nullable Message message,
        @Nullable Message assistantMessage,
        @Nullable Message userMessage,
        @Nullable Usage usage,
        @Nullable String model,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel, ProviderResponse {

    public SendResult {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The assistant's message, under whichever name it came. */
    public Optional<Message> reply() {
        return Optional.ofNullable(message != null ? message : assistantMessage);
    }

    /** Text of the answer; empty if there is none. */
    @Override
    public String text() {
        return reply().map(Message::content).orElse("");
    }
}
