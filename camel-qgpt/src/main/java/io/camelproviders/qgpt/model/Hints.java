/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.qgpt.model.Questions.QgptQuestionAnswer;
import io.camelproviders.qgpt.model.Relevance.RelevantQgptSeeds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: hints. */
public final class Hints {

    private Hints() {}

    /**
     * Body of {@code hints}.
     *
     * @param relevant what the talk is about
     * @param query the question
     * @param answer the previous answer
     * @param application application id
     * @param model model id
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptHintsInput(
            RelevantQgptSeeds relevant,
            @Nullable String query,
            @Nullable QgptQuestionAnswer answer,
            @Nullable String application,
            @Nullable String model,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public QgptHintsInput {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts with what is required. */
        public static Builder builder(RelevantQgptSeeds relevant) {
            return new Builder(relevant);
        }

        /** Mutable twin of the record. */
        public static final class Builder {
            private final RelevantQgptSeeds relevant;
            private @Nullable String query;
            private @Nullable QgptQuestionAnswer answer;
            private @Nullable String application;
            private @Nullable String model;
            private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

            private Builder(RelevantQgptSeeds relevant) {
                this.relevant = relevant;
            }

            /** The question. */
            public Builder query(@Nullable String value) {
                this.query = value;
                return this;
            }

            /** The previous answer. */
            public Builder answer(@Nullable QgptQuestionAnswer value) {
                this.answer = value;
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

            /** The previous answer as text. */
            public Builder answer(String text) {
                return answer(QgptQuestionAnswer.of(text));
            }

            /** A field that this library does not know. */
            public Builder with(String wireName, Object value) {
                additionalProperties.put(wireName, value);
                return this;
            }

            /** The record. */
            public QgptHintsInput build() {
                return new QgptHintsInput(relevant, query, answer, application, model, additionalProperties);
            }
        }
    }
}
