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
 * Request of {@code autobranch/suggest-branches}.
 *
 * @param text text to look through; required
 * @param suggestionsCount 1 to 10
 * @param hybridDetection whether a model is asked too
 * @param threshold least confidence, 0 to 1
 * @param llmModel model to ask
 * @param llmProvider whose model it is
 * @param llmApiKey key at that provider; a secret
 * @param additionalProperties fields that this library does not know, as they came
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SuggestBranches(
        @Nullable String text,
        @Nullable Integer suggestionsCount,
        @Nullable Boolean hybridDetection,
        @Nullable Double threshold,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        String llmModel,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        String llmProvider,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        String llmApiKey,

        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public SuggestBranches {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts from the text; three suggestions, patterns only, threshold 0.7. */
    public static Builder builder(String text) {
        return new Builder(text);
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private final String text;
        private @Nullable Integer suggestionsCount = 3;
        private @Nullable Boolean hybridDetection = false;
        private @Nullable Double threshold = 0.7;
        private @Nullable String llmModel;
        private @Nullable String llmProvider;
        private @Nullable String llmApiKey;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder(String text) {
            this.text = text;
        }

        public Builder suggestionsCount(Integer value) {
            this.suggestionsCount = value;
            return this;
        }

        public Builder hybridDetection(Boolean value) {
            this.hybridDetection = value;
            return this;
        }

        public Builder threshold(Double value) {
            this.threshold = value;
            return this;
        }

        public Builder llmModel(String value) {
            this.llmModel = value;
            return this;
        }

        public Builder llmProvider(String value) {
            this.llmProvider = value;
            return this;
        }

        public Builder llmApiKey(String value) {
            this.llmApiKey = value;
            return this;
        }

        /** A field that this library does not know; sent as it is. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        public SuggestBranches build() {
            return new SuggestBranches(
                    text,
                    suggestionsCount,
                    hybridDetection,
                    threshold,
                    llmModel,
                    llmProvider,
                    llmApiKey,
                    additionalProperties);
        }
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SuggestBranches[text=" + text + ", suggestionsCount=" + suggestionsCount + ", hybridDetection="
                + hybridDetection
                + ", threshold=" + threshold + ", llmModel=" + llmModel + ", llmProvider=" + llmProvider
                + ", llmApiKey=" + (llmApiKey == null ? "null" : "xxxxxx") + ']';
    }
}
