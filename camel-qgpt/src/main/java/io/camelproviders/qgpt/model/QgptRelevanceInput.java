/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code relevance}: a query and a search space. Without any space nothing is found.
 *
 * @param query what is looked for
 * @param paths absolute paths of files or folders on the server's machine
 * @param seeds raw snippets
 * @param assets saved assets
 * @param anchors saved paths
 * @param messages persisted conversation messages
 * @param temporal limits the memory to times
 * @param sources sources to search
 * @param summaries summaries to search
 * @param application application id
 * @param model model id
 * @param options how to look
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptRelevanceInput(
        String query,
        @Nullable List<String> paths,
        @Nullable Seeds seeds,
        @Nullable References assets,
        @Nullable References anchors,
        @Nullable References messages,
        @Nullable TemporalRangeGrounding temporal,
        @Nullable References sources,
        @Nullable References summaries,
        @Nullable String application,
        @Nullable String model,
        @Nullable QgptRelevanceInputOptions options,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public QgptRelevanceInput {
        paths = ProviderModel.itemsOrNull(paths);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Starts with what is required. */
    public static Builder builder(String query) {
        return new Builder(query);
    }

    /** Mutable twin of the record. */
    public static final class Builder {
        private final String query;
        private @Nullable List<String> paths;
        private @Nullable Seeds seeds;
        private @Nullable References assets;
        private @Nullable References anchors;
        private @Nullable References messages;
        private @Nullable TemporalRangeGrounding temporal;
        private @Nullable References sources;
        private @Nullable References summaries;
        private @Nullable String application;
        private @Nullable String model;
        private @Nullable QgptRelevanceInputOptions options;
        private final Map<String, Object> additionalProperties = new LinkedHashMap<>();

        private Builder(String query) {
            this.query = query;
        }

        /** Absolute paths of files or folders on the server's machine. */
        public Builder paths(@Nullable List<String> value) {
            this.paths = value;
            return this;
        }

        /** Raw snippets. */
        public Builder seeds(@Nullable Seeds value) {
            this.seeds = value;
            return this;
        }

        /** Saved assets. */
        public Builder assets(@Nullable References value) {
            this.assets = value;
            return this;
        }

        /** Saved paths. */
        public Builder anchors(@Nullable References value) {
            this.anchors = value;
            return this;
        }

        /** Persisted conversation messages. */
        public Builder messages(@Nullable References value) {
            this.messages = value;
            return this;
        }

        /** Limits the memory to times. */
        public Builder temporal(@Nullable TemporalRangeGrounding value) {
            this.temporal = value;
            return this;
        }

        /** Sources to search. */
        public Builder sources(@Nullable References value) {
            this.sources = value;
            return this;
        }

        /** Summaries to search. */
        public Builder summaries(@Nullable References value) {
            this.summaries = value;
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

        /** How to look. */
        public Builder options(@Nullable QgptRelevanceInputOptions value) {
            this.options = value;
            return this;
        }

        /** Adds files or folders to the search space: absolute paths on the server's machine. */
        public Builder paths(String... absolute) {
            return paths(List.of(absolute));
        }

        /** Adds saved assets by id to the search space. */
        public Builder assetIds(String... ids) {
            return assets(References.of(ids));
        }

        /** Adds persisted conversation messages by id to the search space. */
        public Builder messageIds(String... ids) {
            return messages(References.of(ids));
        }

        /** Adds raw snippets to the search space. */
        public Builder seeds(Seed... snippets) {
            return seeds(Seeds.of(snippets));
        }

        /** Searches everything that is saved. */
        public Builder wholeDatabase() {
            return options(optionsSoFar().withDatabase());
        }

        /** Also answers the question, which saves a second call. */
        public Builder alsoAnswer() {
            return options(optionsSoFar().withQuestion());
        }

        /** What kind of answer is wanted, by its name: {@code contextualized_code_dialog}, for example. */
        public Builder pipeline(String pipelineName) {
            return options(optionsSoFar().withPipeline(QgptPromptPipeline.named(pipelineName)));
        }

        private QgptRelevanceInputOptions optionsSoFar() {
            return options == null ? QgptRelevanceInputOptions.NONE : options;
        }

        /** A field that this library does not know. */
        public Builder with(String wireName, Object value) {
            additionalProperties.put(wireName, value);
            return this;
        }

        /** The record. */
        public QgptRelevanceInput build() {
            return new QgptRelevanceInput(
                    query,
                    paths,
                    seeds,
                    assets,
                    anchors,
                    messages,
                    temporal,
                    sources,
                    summaries,
                    application,
                    model,
                    options,
                    additionalProperties);
        }
    }
}
