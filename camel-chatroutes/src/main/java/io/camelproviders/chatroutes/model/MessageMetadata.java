/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a message was made. The wire mixes camelCase and snake_case; either is read.
 *
 * @param model model that wrote it
 * @param temperature temperature it was asked with
 * @param maxTokens bound it was asked with
 * @param responseTime milliseconds the model took
 * @param finishReason why it ended
 * @param cost what it cost, in the account's currency
 * @param contextTruncated whether older messages were left out
 * @param checkpointUsed whether a checkpoint stood for older messages
 * @param promptTokens tokens of the prompt
 * @param contextMessageCount messages in the context
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageMetadata(
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable Double responseTime,
        @Nullable String finishReason,
        @Nullable Double cost,
        @JsonAlias("context_truncated") @Nullable Boolean contextTruncated,
        @JsonAlias("checkpoint_used") @Nullable Boolean checkpointUsed,
        @JsonAlias("prompt_tokens") @Nullable Integer promptTokens,
        @JsonAlias("context_message_count") @Nullable Integer contextMessageCount,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public MessageMetadata {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
