/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.chatroutes.model.Branches.BranchPoint;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: autobranch. */
public final class Autobranch {

    private Autobranch() {}

    /**
     * How the branch suggestion service is.
     *
     * @param status its word for it, {@code healthy} for example
     * @param version its version
     * @param service its name
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ServiceHealth(
            @Nullable String status,
            @Nullable String version,
            @Nullable String service,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public ServiceHealth {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

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

    /**
     * A branch that a text invites.
     *
     * @param id its id
     * @param title title for the branch
     * @param description what it would be about
     * @param triggerText the words that invited it
     * @param branchPoint where they stand
     * @param confidence 0 to 1
     * @param reasoning why
     * @param estimatedDivergence {@code low}, {@code medium} or {@code high}; others are kept
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Suggestion(
            @Nullable String id,
            @Nullable String title,
            @Nullable String description,
            @Nullable String triggerText,
            @Nullable BranchPoint branchPoint,
            @Nullable Double confidence,
            @Nullable String reasoning,
            @Nullable String estimatedDivergence,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Suggestion {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Branches that a text invites.
     *
     * @param suggestions best first
     * @param metadata how they were found
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Suggestions(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Suggestion> suggestions,
            @Nullable SuggestionsMetadata metadata,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Suggestions {
            suggestions = ProviderModel.items(suggestions);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * How suggestions were found.
     *
     * @param detectionMethod {@code pattern}, {@code hybrid} or {@code llm}; others are kept
     * @param totalBranchPointsFound places found in all
     * @param modelUsed model that was asked
     * @param additionalProperties fields that this library does not know, as they came
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SuggestionsMetadata(
            @Nullable String detectionMethod,
            @Nullable Integer totalBranchPointsFound,
            @Nullable String modelUsed,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public SuggestionsMetadata {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
