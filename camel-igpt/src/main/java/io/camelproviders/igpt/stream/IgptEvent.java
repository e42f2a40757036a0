/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderResponse;
import io.camelproviders.igpt.model.Recall.Sources;
import io.camelproviders.igpt.model.Recall.Usage;
import io.camelproviders.igpt.model.Runs.RunContext;
import io.camelproviders.igpt.model.Runs.RunItem;
import io.camelproviders.igpt.model.Runs.RunResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of a streamed answer. Runs tell typed events in the order of {@code seq}; the chunks of an ask are not
 * specified by the provider and stay as they came. An event of a type that is not known here is {@link Unknown}.
 */
@JsonPropertyOrder({"type", "seq"})
public sealed interface IgptEvent extends ProviderModel, ProviderResponse {

    /** Type as it stands on the wire; {@code chunk} for the opaque chunks of an ask. */
    @JsonProperty("type")
    String type();

    /** Place in the run's order; null for the opaque chunks of an ask. */
    @Nullable
    Long seq();

    /** The text that this event adds to the answer; empty for most. */
    @Override
    default String text() {
        return "";
    }

    /** {@code run.start}: the run begins; {@code timestamp} is Unix time in milliseconds. */
    record RunStart(
            @Nullable Long seq,
            @Nullable String id,
            @Nullable Long timestamp,
            @Nullable RunContext context,
            @JsonProperty("output_format") @Nullable Object outputFormat,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements IgptEvent {

        public RunStart {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.start";
        }
    }

    /** {@code run.turn.start}. */
    record TurnStart(
            @Nullable Long seq,
            @Nullable Integer turn,
            @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public TurnStart {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.turn.start";
        }
    }

    /** {@code run.turn.done}. */
    record TurnDone(
            @Nullable Long seq,
            @Nullable Integer turn,
            @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public TurnDone {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.turn.done";
        }
    }

    /** {@code run.reasoning_item.start}: a thought begins. */
    record ReasoningItemStart(
            @Nullable Long seq,
            @Nullable RunItem item,
            @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public ReasoningItemStart {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.reasoning_item.start";
        }
    }

    /** {@code run.reasoning_item.done}: a thought with its summary. */
    record ReasoningItemDone(
            @Nullable Long seq,
            @Nullable RunItem item,
            @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public ReasoningItemDone {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.reasoning_item.done";
        }
    }

    /** {@code run.reasoning_summary_part.start}. */
    record ReasoningSummaryPartStart(
            @Nullable Long seq, @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public ReasoningSummaryPartStart {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.reasoning_summary_part.start";
        }
    }

    /** {@code run.reasoning_summary_part.done}; the summary is no part of the answer's text. */
    record ReasoningSummaryPartDone(
            @Nullable Long seq,
            @JsonProperty("text") @Nullable String summary,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements IgptEvent {

        public ReasoningSummaryPartDone {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.reasoning_summary_part.done";
        }
    }

    /** {@code run.tool_call_item}: a tool is called. */
    record ToolCallItem(
            @Nullable Long seq,
            @Nullable RunItem item,
            @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public ToolCallItem {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.tool_call_item";
        }
    }

    /** {@code run.tool_call_output_item}: what a tool found. */
    record ToolCallOutputItem(
            @Nullable Long seq,
            @Nullable RunItem item,
            @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public ToolCallOutputItem {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.tool_call_output_item";
        }
    }

    /** {@code run.output_item.start}: the message begins. */
    record OutputItemStart(
            @Nullable Long seq,
            @Nullable RunItem item,
            @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public OutputItemStart {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.output_item.start";
        }
    }

    /** {@code run.output_text.delta}: a piece of the answer's text. */
    record OutputTextDelta(
            @Nullable Long seq, String delta, @JsonAnySetter Map<String, Object> additionalProperties)
            implements IgptEvent {

        public OutputTextDelta {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.output_text.delta";
        }

        @Override
        public String text() {
            return delta;
        }
    }

    /** {@code run.output_item.done}: the message as a whole. */
    record OutputItemDone(
            @Nullable Long seq,
            @Nullable RunItem item,
            @JsonAnySetter Map<String, Object> additionalProperties) implements IgptEvent {

        public OutputItemDone {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.output_item.done";
        }
    }

    /** {@code run.done}: the end, with the whole result; times are Unix time in milliseconds. */
    record RunDone(
            @Nullable Long seq,
            @Nullable String id,
            @Nullable Long timestampStart,
            @Nullable Long timestamp,
            @Nullable Long duration,
            @Nullable Object output,
            @Nullable Usage usage,
            @Nullable Sources metadata,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements IgptEvent {

        public RunDone {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        @Override
        public String type() {
            return "run.done";
        }

        /** The result without the event around it. */
        public RunResult result() {
            return new RunResult(
                    id, output, usage, metadata, timestampStart, timestamp, duration, additionalProperties);
        }
    }

    /** An event of a run whose type or shape is not known here; {@code additionalProperties} holds all its fields. */
    record Unknown(String type, @Nullable Long seq, Map<String, Object> additionalProperties) implements IgptEvent {

        public Unknown {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /** An opaque chunk of an ask: any JSON value, as it came. */
    record AskChunk(@JsonValue @Nullable Object value) implements IgptEvent {

        @Override
        @JsonIgnore
        public String type() {
            return "chunk";
        }

        @Override
        @JsonIgnore
        public @Nullable Long seq() {
            return null;
        }

        /** The fields, if the chunk is an object. */
        @Override
        @JsonIgnore
        public Map<String, Object> additionalProperties() {
            return ChunkText.fields(value);
        }

        /** A best guess, because the provider does not specify it: a text under {@code delta}, {@code text} or {@code content}. */
        @Override
        public String text() {
            return ChunkText.of(value);
        }
    }
}
