/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.core.json.SnakeCase;
import io.camelproviders.igpt.model.DataSources.DataSource;
import io.camelproviders.igpt.model.Recall.Source;
import io.camelproviders.igpt.model.Recall.Sources;
import io.camelproviders.igpt.model.Recall.TextPart;
import io.camelproviders.igpt.model.Recall.Usage;
import java.util.List;
import java.util.Map;
import org.jilt.Builder;
import org.jspecify.annotations.Nullable;

/** Requests and responses: runs. */
public final class Runs {

    private Runs() {}

    /**
     * What a run works with.
     *
     * @param quality quality in force
     * @param reasoningEffort effort in force
     * @param indexed how much is indexed
     * @param datasources connected data sources
     * @param additionalProperties further fields as they came
     */
    @SnakeCase
    public record RunContext(
            @Nullable String quality,
            @Nullable String reasoningEffort,
            @Nullable Double indexed,
            @Nullable List<DataSource> datasources,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public RunContext {
            datasources = ProviderModel.itemsOrNull(datasources);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A part of a run: a thought, a tool call, its outcome or a message. Which fields there are depends on the type.
     *
     * @param type {@code reasoning}, {@code function_call}, {@code function_call_result} or {@code message}
     * @param role of a message: {@code assistant}
     * @param name of a call and its outcome: the tool
     * @param callId of a call and its outcome: joins them
     * @param arguments of a call: JSON text
     * @param content of a message or a thought
     * @param summary of a thought
     * @param metadata of an outcome: the sources it found
     * @param additionalProperties further fields as they came
     */
    public record RunItem(
            @Nullable String type,
            @Nullable String role,
            @Nullable String name,
            @Nullable String callId,
            @Nullable String arguments,
            @Nullable List<TextPart> content,
            @Nullable List<TextPart> summary,
            @Nullable Sources metadata,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public RunItem {
            content = ProviderModel.itemsOrNull(content);
            summary = ProviderModel.itemsOrNull(summary);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * A task with reasoning and tools ({@code recall/run}).
     *
     * @param user whose data is meant; the component's user if null
     * @param input the task; required
     * @param stream whether the answer is streamed; set by the component
     * @param quality for example {@code cef-4-high}
     * @param reasoningEffort {@code low}, {@code medium} or {@code high}
     * @param outputFormat {@code "text"}, {@code "json"} or an object with {@code schema}
     * @param instructions how to answer
     * @param additionalProperties further fields as they came
     */
    @SnakeCase
    @Builder
    public record RunRequest(
            @Nullable String user,
            @Nullable String input,
            @Nullable Boolean stream,
            @Nullable String quality,
            @Nullable String reasoningEffort,
            @Nullable Object outputFormat,
            @Nullable String instructions,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public RunRequest {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** Starts a builder without values. */
        public static RunRequestBuilder builder() {
            return RunRequestBuilder.runRequest();
        }
    }

    /**
     * Result of a run: the whole answer of {@code recall/run}, or the last event of its stream.
     *
     * @param id id of the run
     * @param output text, object or array by {@code output_format}, or null
     * @param usage tokens it took
     * @param metadata sources
     * @param timestampStart begin, Unix time in milliseconds
     * @param timestamp end, Unix time in milliseconds
     * @param duration milliseconds
     * @param additionalProperties further fields as they came
     */
    public record RunResult(
            @Nullable String id,
            @Nullable Object output,
            @Nullable Usage usage,
            @Nullable Sources metadata,
            @Nullable Long timestampStart,
            @Nullable Long timestamp,
            @Nullable Long duration,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel, ProviderResponse {

        public RunResult {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The output if it is a text, else null. */
        @Override
        public @Nullable String text() {
            return output instanceof String text ? text : null;
        }

        /** Where the output's statements come from; empty if nothing was said. */
        @JsonIgnore
        public List<Source> sources() {
            return metadata == null || metadata.sources() == null ? List.of() : metadata.sources();
        }
    }
}
