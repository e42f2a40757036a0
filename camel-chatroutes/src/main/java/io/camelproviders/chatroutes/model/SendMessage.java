/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request of {@code messages/send}, {@code messages/stream} and {@code branches/send-message}. Nothing but the content is required; what is
 * null is not sent.
 *
 * @param content the text; required
 * @param model model that shall answer
 * @param temperature 0 to 2 for GPT models, 0 to 1 for Claude models
 * @param maxTokens bound of the answer
 * @param branchId branch it goes to; the main one if null
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SendMessage(
        @Nullable String content,
        @Nullable String model,
        @Nullable Double temperature,
        @Nullable Integer maxTokens,
        @Nullable String branchId,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public SendMessage {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts from the text. */
    public static Builder builder(String content) {
        return new Builder(content);
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private final String content;
        private @Nullable String model;
        private @Nullable Double temperature;
        private @Nullable Integer maxTokens;
        private @Nullable String branchId;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder(String content) {
            this.content = content;
        }

        public Builder model(String value) {
            this.model = value;
            return this;
        }

        public Builder temperature(Double value) {
            this.temperature = value;
            return this;
        }

        public Builder maxTokens(Integer value) {
            this.maxTokens = value;
            return this;
        }

        public Builder branchId(String value) {
            this.branchId = value;
            return this;
        }

        /** A field that this library does not know; sent as it is. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        public SendMessage build() {
            return new SendMessage(content, model, temperature, maxTokens, branchId, additionalProperties);
        }
    }
}
