/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.qgpt.model.Relevance.RelevantQgptSeeds;
import io.camelproviders.qgpt.model.Relevance.TemporalRangeGrounding;
import io.camelproviders.qgpt.model.SeedModel.References;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: questions. */
public final class Questions {

    private Questions() {}

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

    /**
     * Answer of {@code question} and {@code hints}, and the text pieces of the stream.
     *
     * @param answers the answers
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptQuestionOutput(
            @Nullable QgptQuestionAnswers answers,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel, ProviderResponse {

        public QgptQuestionOutput {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** All texts one after the other; empty if there are none. */
        @Override
        public String text() {
            StringBuilder text = new StringBuilder();
            if (answers != null) {
                answers.iterable().forEach(answer -> text.append(answer.text() == null ? "" : answer.text()));
            }
            return text.toString();
        }
    }

    /**
     * One answer.
     *
     * @param score 0 to 1
     * @param text the answer, or a piece of it on the stream
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptQuestionAnswer(
            @Nullable Double score,
            @Nullable String text,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public QgptQuestionAnswer {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** A text as an answer, for hints about it. */
        public static QgptQuestionAnswer of(String text) {
            return new QgptQuestionAnswer(1.0, text, Map.of());
        }
    }

    /**
     * The answers.
     *
     * @param iterable best first
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptQuestionAnswers(
            List<QgptQuestionAnswer> iterable,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public QgptQuestionAnswers {
            iterable = ProviderModel.items(iterable);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /** The pipelines of Pieces OS by name. */
    public enum QgptPipeline {
        CODE_EXPLANATION(true),
        CODE_COMMENTATION(true),
        CODE_FIX(true),
        CODE_MODIFICATION(true),
        CODE_COMPLETION(true),
        CONTEXTUALIZED_CODE_GENERATION(false),
        GENERALIZED_CODE_DIALOG(false),
        CONTEXTUALIZED_CODE_DIALOG(false),
        /** Asks the long-term memory. */
        CONTEXTUALIZED_CODE_WORKSTREAM_DIALOG(false);

        private final boolean task;

        QgptPipeline(boolean task) {
            this.task = task;
        }

        /** Its name on the wire. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As the inputs take it. */
        public QgptPromptPipeline prompt() {
            Map<String, Object> chosen = Map.of(wireName(), Map.of());
            return task
                    ? new QgptPromptPipeline(chosen, null, Map.of())
                    : new QgptPromptPipeline(null, chosen, Map.of());
        }

        static QgptPipeline named(String name) {
            String plain = plain(name);
            return Arrays.stream(values())
                    .filter(pipeline -> plain(pipeline.name()).equals(plain))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no pipeline of that name; there are "
                            + Arrays.stream(values())
                                    .map(QgptPipeline::wireName)
                                    .toList()));
        }

        private static String plain(String name) {
            return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What kind of answer is wanted; one of task and conversation, each an object with one empty member.
     *
     * @param task a task by name
     * @param conversation a dialogue by name
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptPromptPipeline(
            @Nullable Map<String, Object> task,
            @Nullable Map<String, Object> conversation,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public QgptPromptPipeline {
            task = ProviderModel.objectOrNull(task);
            conversation = ProviderModel.objectOrNull(conversation);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /**
         * A pipeline by its wire name.
         *
         * @param name as in {@link QgptPipeline}; case, dashes and underscores do not matter
         * @throws IllegalArgumentException if there is none of that name; the message lists them all
         */
        public static QgptPromptPipeline named(String name) {
            return QgptPipeline.named(name).prompt();
        }
    }
}
