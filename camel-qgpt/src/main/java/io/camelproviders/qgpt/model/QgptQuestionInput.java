/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code question}, and a part of the stream's messages.
 *
 * @param query the question
 * @param relevant snippets to answer from; an empty list is sent for null
 * @param application application id
 * @param model model id
 * @param messages persisted conversation messages
 * @param pipeline what kind of answer is wanted
 * @param temporal limits the memory to times
 * @param sources sources to use
 * @param summaries summaries to use
 * @param behavior {@code DEEP_STUDY}; one at a time
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptQuestionInput(
        String query,
        @Nullable RelevantQgptSeeds relevant,
        @Nullable String application,
        @Nullable String model,
        @Nullable References messages,
        @Nullable QgptPromptPipeline pipeline,
        @Nullable TemporalRangeGrounding temporal,
        @Nullable References sources,
        @Nullable References summaries,
        @Nullable String behavior,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public QgptQuestionInput {
        relevant = relevant == null ? RelevantQgptSeeds.none() : relevant;
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** A question without any context. */
    public static QgptQuestionInput of(String query) {
        return builder(query).build();
    }

    /** Starts with what is required. */
    public static Builder builder(String query) {
        return new Builder(query);
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private final String query;
        private @Nullable RelevantQgptSeeds relevant;
        private @Nullable String application;
        private @Nullable String model;
        private @Nullable References messages;
        private @Nullable QgptPromptPipeline pipeline;
        private @Nullable TemporalRangeGrounding temporal;
        private @Nullable References sources;
        private @Nullable References summaries;
        private @Nullable String behavior;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder(String query) {
            this.query = query;
        }

        /** Snippets to answer from; an empty list is sent for null. */
        public Builder relevant(@Nullable RelevantQgptSeeds value) {
            this.relevant = value;
            return this;
        }

        /** Application id. */
        public Builder application(@Nullable String value) {
            this.application = value;
            return this;
        }

        /** Model id. */
        public Builder model(@Nullable String value) {
            this.model = value;
            return this;
        }

        /** Persisted conversation messages. */
        public Builder messages(@Nullable References value) {
            this.messages = value;
            return this;
        }

        /** What kind of answer is wanted. */
        public Builder pipeline(@Nullable QgptPromptPipeline value) {
            this.pipeline = value;
            return this;
        }

        /** Limits the memory to times. */
        public Builder temporal(@Nullable TemporalRangeGrounding value) {
            this.temporal = value;
            return this;
        }

        /** Sources to use. */
        public Builder sources(@Nullable References value) {
            this.sources = value;
            return this;
        }

        /** Summaries to use. */
        public Builder summaries(@Nullable References value) {
            this.summaries = value;
            return this;
        }

        /** {@code DEEP_STUDY}; one at a time. */
        public Builder behavior(@Nullable String value) {
            this.behavior = value;
            return this;
        }

        /** Adds persisted conversation messages by id. */
        public Builder messageIds(String... ids) {
            return messages(References.of(ids));
        }

        /** What kind of answer is wanted, by its name: {@code code_fix}, for example. */
        public Builder pipeline(String pipelineName) {
            return pipeline(QgptPromptPipeline.named(pipelineName));
        }

        /** A field that this library does not know. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The record. */
        public QgptQuestionInput build() {
            return new QgptQuestionInput(
                    query,
                    relevant,
                    application,
                    model,
                    messages,
                    pipeline,
                    temporal,
                    sources,
                    summaries,
                    behavior,
                    additionalProperties);
        }
    }
}
