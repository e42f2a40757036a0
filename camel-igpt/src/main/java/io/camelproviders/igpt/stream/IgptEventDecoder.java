/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.stream;

import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.ErrorDetails;
import io.camelproviders.core.error.ProtocolException;
import io.camelproviders.core.error.ProviderException;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.sse.Frame;
import io.camelproviders.igpt.operation.IgptErrors;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a stream in, one event out. Keeps the last {@code seq} of its stream.
 *
 * <p>The provider's own libraries skip a line that they cannot read; here it fails the answer, because a skipped piece of
 * text makes it wrong without a sign. {@code [DONE]} is skipped: the provider's streams need no such mark.
 */
public final class IgptEventDecoder {

    private static final Map<String, Class<? extends IgptEvent>> TYPES = Map.ofEntries(
            Map.entry("run.start", IgptEvent.RunStart.class),
            Map.entry("run.turn.start", IgptEvent.TurnStart.class),
            Map.entry("run.turn.done", IgptEvent.TurnDone.class),
            Map.entry("run.reasoning_item.start", IgptEvent.ReasoningItemStart.class),
            Map.entry("run.reasoning_item.done", IgptEvent.ReasoningItemDone.class),
            Map.entry("run.reasoning_summary_part.start", IgptEvent.ReasoningSummaryPartStart.class),
            Map.entry("run.reasoning_summary_part.done", IgptEvent.ReasoningSummaryPartDone.class),
            Map.entry("run.tool_call_item", IgptEvent.ToolCallItem.class),
            Map.entry("run.tool_call_output_item", IgptEvent.ToolCallOutputItem.class),
            Map.entry("run.output_item.start", IgptEvent.OutputItemStart.class),
            Map.entry("run.output_text.delta", IgptEvent.OutputTextDelta.class),
            Map.entry("run.output_item.done", IgptEvent.OutputItemDone.class),
            Map.entry("run.done", IgptEvent.RunDone.class));
    private static final int LONGEST_EXCERPT = 2_000;

    private final Json json;
    private @Nullable Long last;

    public IgptEventDecoder(Json json) {
        this.json = json;
    }

    /**
     * Reads a line.
     *
     * @return empty for the end mark {@code [DONE]} and for blanks
     * @throws ProviderException if the line is an error of the provider's, is no JSON, or comes out of order
     */
    public Optional<IgptEvent> decode(Frame frame) {
        String text = frame.text().strip();
        if (text.isEmpty() || text.equals("[DONE]")) {
            return Optional.empty();
        }
        Object value = plain(text);
        ProviderException fault = IgptErrors.inAnswer(value, 200);
        if (fault != null) {
            throw fault.with(fault.details().toBuilder().body(excerpt(text)).build());
        }
        boolean typed =
                value instanceof Map<?, ?> map && map.get("type") instanceof String type && type.startsWith("run.");
        return Optional.of(typed ? event(ChunkText.fields(value), text) : new IgptEvent.AskChunk(value));
    }

    private @Nullable Object plain(String text) {
        try {
            return json.plain(text.getBytes(StandardCharsets.UTF_8));
        } catch (DecodeException e) {
            throw new DecodeException(
                    e.details().toBuilder()
                            .message("a line of the stream cannot be read: "
                                    + e.details().message())
                            .code(IgptErrors.INVALID_JSON_RESPONSE)
                            .body(excerpt(text))
                            .build(),
                    e);
        }
    }

    private IgptEvent event(Map<String, Object> fields, String text) {
        String type = String.valueOf(fields.remove("type"));
        Long seq = fields.get("seq") instanceof Number number ? Long.valueOf(number.longValue()) : null;
        inOrder(type, seq);
        Class<? extends IgptEvent> known = TYPES.get(type);
        if (known == IgptEvent.OutputTextDelta.class && !(fields.get("delta") instanceof String)) {
            throw new DecodeException(ErrorDetails.builder("run.output_text.delta came without its text")
                    .code(IgptErrors.INVALID_JSON_RESPONSE)
                    .body(excerpt(text))
                    .build());
        }
        if (known != null) {
            try {
                return json.convert(fields, known);
            } catch (DecodeException e) {
                // Known by name, but of another shape: handed on as it came, as nothing of the text depends on it.
                if (known == IgptEvent.RunDone.class) {
                    throw e.with(e.details().toBuilder().body(excerpt(text)).build());
                }
            }
        }
        fields.remove("seq");
        return new IgptEvent.Unknown(type, seq, fields);
    }

    /** The provider promises a growing {@code seq}; an event that repeats or goes back would garble the text. */
    private void inOrder(String type, @Nullable Long seq) {
        Long before = last;
        if (seq != null && before != null && seq <= before) {
            throw new ProtocolException(ErrorDetails.of(
                    "the stream is out of order: " + type + " with seq " + seq + " came after seq " + before));
        }
        last = seq == null ? before : seq;
    }

    private static String excerpt(String text) {
        return text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) : text;
    }
}
