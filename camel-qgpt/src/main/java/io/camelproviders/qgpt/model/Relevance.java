/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.qgpt.model.Questions.QgptPromptPipeline;
import io.camelproviders.qgpt.model.Questions.QgptQuestionOutput;
import io.camelproviders.qgpt.model.SeedModel.Reference;
import io.camelproviders.qgpt.model.SeedModel.References;
import io.camelproviders.qgpt.model.SeedModel.Seed;
import io.camelproviders.qgpt.model.SeedModel.Seeds;
import io.camelproviders.qgpt.model.SeedModel.TextLocation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: relevance. */
public final class Relevance {

    private Relevance() {}

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

    /**
     * How relevance is looked for.
     *
     * @param database search everything that is saved
     * @param question also answer the question
     * @param pipeline what kind of answer is wanted
     * @param behavior {@code DEEP_STUDY}; one at a time
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptRelevanceInputOptions(
            @Nullable Boolean database,
            @Nullable Boolean question,
            @Nullable QgptPromptPipeline pipeline,
            @Nullable String behavior,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public QgptRelevanceInputOptions {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Nothing chosen. */
        public static final QgptRelevanceInputOptions NONE =
                new QgptRelevanceInputOptions(null, null, null, null, Map.of());

        /** The same, searching everything that is saved. */
        public QgptRelevanceInputOptions withDatabase() {
            return new QgptRelevanceInputOptions(true, question, pipeline, behavior, additionalProperties);
        }

        /** The same, answering the question too. */
        public QgptRelevanceInputOptions withQuestion() {
            return new QgptRelevanceInputOptions(database, true, pipeline, behavior, additionalProperties);
        }

        /** The same with a pipeline. */
        public QgptRelevanceInputOptions withPipeline(QgptPromptPipeline chosen) {
            return new QgptRelevanceInputOptions(database, question, chosen, behavior, additionalProperties);
        }
    }

    /**
     * What was found.
     *
     * @param relevant the snippets found
     * @param answer only when the question was to be answered too
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QgptRelevanceOutput(
            @Nullable RelevantQgptSeeds relevant,
            @Nullable QgptQuestionOutput answer,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public QgptRelevanceOutput {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A snippet that a question is asked about.
     *
     * @param id id that {@code relevance} gave
     * @param seed raw material
     * @param path absolute path on the server's machine
     * @param anchor a saved path
     * @param asset a saved asset
     * @param location the part that counts; the whole without it
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Builder
    public record RelevantQgptSeed(
            @Nullable String id,
            @Nullable Seed seed,
            @Nullable String path,
            @Nullable Reference anchor,
            @Nullable Reference asset,
            @Nullable TextLocation location,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public RelevantQgptSeed {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** A snippet by the id that {@code relevance} gave. */
        public static RelevantQgptSeed id(String id) {
            return builder().id(id).build();
        }

        /** A whole file by its absolute path. */
        public static RelevantQgptSeed path(String absolute) {
            return builder().path(absolute).build();
        }

        /** A saved asset by id. */
        public static RelevantQgptSeed asset(String id) {
            return builder().asset(Reference.of(id)).build();
        }

        /** Raw material. */
        public static RelevantQgptSeed of(Seed seed) {
            return builder().seed(seed).build();
        }

        /** Starts a builder without values. */
        public static RelevantQgptSeedBuilder builder() {
            return RelevantQgptSeedBuilder.relevantQgptSeed();
        }
    }

    /**
     * The snippets that a question is asked about.
     *
     * @param iterable the snippets; may be empty
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RelevantQgptSeeds(
            List<RelevantQgptSeed> iterable, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public RelevantQgptSeeds {
            iterable = ProviderModel.items(iterable);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** No snippets: the field must be there all the same. */
        public static RelevantQgptSeeds none() {
            return new RelevantQgptSeeds(List.of(), Map.of());
        }

        /** These snippets. */
        public static RelevantQgptSeeds of(RelevantQgptSeed... seeds) {
            return new RelevantQgptSeeds(List.of(seeds), Map.of());
        }

        /** Raw seeds. */
        public static RelevantQgptSeeds of(Seed... seeds) {
            return new RelevantQgptSeeds(
                    Stream.of(seeds).map(RelevantQgptSeed::of).toList(), Map.of());
        }

        /** Snippets by the ids that {@code relevance} gave. */
        public static RelevantQgptSeeds ids(String... ids) {
            return new RelevantQgptSeeds(
                    Stream.of(ids).map(RelevantQgptSeed::id).toList(), Map.of());
        }
    }

    /**
     * Limits the memory to times.
     *
     * @param workstreams ranges of the workstream
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TemporalRangeGrounding(
            @Nullable References workstreams, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public TemporalRangeGrounding {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A point in time as Pieces OS writes it.
     *
     * @param value ISO-8601 date and time
     * @param readable the same for people
     * @param additionalProperties fields that this library does not know, {@code schema} among them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GroupedTimestamp(
            String value,
            @Nullable String readable,
            @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public GroupedTimestamp {
            value = value == null ? "" : value;
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Writes milliseconds and {@code Z}. */
        public static GroupedTimestamp of(Instant instant) {
            return new GroupedTimestamp(instant.truncatedTo(ChronoUnit.MILLIS).toString(), null, Map.of());
        }

        /** The value as an instant; empty if it is none. */
        public Optional<Instant> instant() {
            try {
                return Optional.of(OffsetDateTime.parse(value).toInstant());
            } catch (DateTimeParseException other) {
                return Optional.empty();
            }
        }
    }
}
