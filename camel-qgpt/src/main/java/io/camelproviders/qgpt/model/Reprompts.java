/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.qgpt.model.Answers.QgptConversation;
import io.camelproviders.qgpt.model.Questions.QgptPromptPipeline;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: reprompts. */
public final class Reprompts {

    private Reprompts() {}

    /**
     * Body of {@code reprompt}.
     *
     * @param query the follow-up
     * @param conversation the talk so far
     * @param application application id
     * @param model model id
     * @param pipeline what kind of answer is wanted
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptRepromptInput(
            String query,
            QgptConversation conversation,
            @Nullable String application,
            @Nullable String model,
            @Nullable QgptPromptPipeline pipeline,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public QgptRepromptInput {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts with what is required. */
        public static Builder builder(String query, QgptConversation conversation) {
            return new Builder(query, conversation);
        }

        /** Mutable twin of the record. */
        public static final class Builder {
            private final String query;
            private final QgptConversation conversation;
            private @Nullable String application;
            private @Nullable String model;
            private @Nullable QgptPromptPipeline pipeline;
            private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

            private Builder(String query, QgptConversation conversation) {
                this.query = query;
                this.conversation = conversation;
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

            /** What kind of answer is wanted. */
            public Builder pipeline(@Nullable QgptPromptPipeline value) {
                this.pipeline = value;
                return this;
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
            public QgptRepromptInput build() {
                return new QgptRepromptInput(query, conversation, application, model, pipeline, additionalProperties);
            }
        }
    }

    /**
     * Answer of {@code reprompt}.
     *
     * @param query a question that stands alone, for relevance and then question
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptRepromptOutput(
            String query, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel, ProviderResponse {

        public QgptRepromptOutput {
            query = query == null ? "" : query;
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The rewritten question. */
        @Override
        public @Nullable String text() {
            return query;
        }
    }
}
