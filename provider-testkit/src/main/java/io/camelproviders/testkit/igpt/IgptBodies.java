/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the service answers of itself: it echoes the input. */
final class IgptBodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long START = 1_767_225_600_000L;
    private static final long MILLIS = 1_500;

    private IgptBodies() {}

    /** The text that answers an input. */
    static String text(JsonNode request) {
        return "You asked: " + request.path("input").asText();
    }

    static Object ask(JsonNode request) {
        JsonNode schema = schema(request);
        return schema.isMissingNode()
                ? map("output", output(request), "usage", usage())
                : IgptSamples.of(schema, text(request));
    }

    static Object run(JsonNode request) {
        Map<String, Object> result = new LinkedHashMap<>(done(request));
        result.remove("type");
        return result;
    }

    static List<String> askChunks(JsonNode request) {
        List<String> lines = new ArrayList<>();
        for (String piece : pieces(text(request))) {
            lines.add(json(Map.of("delta", piece)));
        }
        lines.add(json(map("usage", usage(), "metadata", Map.of("sources", List.of(source())))));
        return lines;
    }

    /** A whole run: a thought, a tool call, its outcome, the message piece by piece, the end. */
    static List<String> runEvents(JsonNode request) {
        List<Map<String, Object>> events = new ArrayList<>();
        events.add(map(
                "type",
                "run.start",
                "id",
                "run-1",
                "timestamp",
                START,
                "context",
                map("quality", "cef-4-high", "reasoning_effort", "high", "indexed", 1, "datasources", List.of()),
                "output_format",
                "text"));
        events.add(map("type", "run.turn.start", "turn", 1));
        events.add(map("type", "run.reasoning_item.start", "item", Map.of("type", "reasoning")));
        events.add(map("type", "run.reasoning_summary_part.start"));
        events.add(map("type", "run.reasoning_summary_part.done", "text", "I look it up"));
        events.add(map(
                "type",
                "run.reasoning_item.done",
                "item",
                map(
                        "type",
                        "reasoning",
                        "content",
                        List.of(),
                        "summary",
                        List.of(map("type", "summary_text", "text", "I look it up")))));
        events.add(map(
                "type",
                "run.tool_call_item",
                "item",
                map("type", "function_call", "arguments", "{\"q\":\"x\"}", "name", "search", "callId", "call-1")));
        events.add(map("type", "run.turn.done", "turn", 1));
        events.add(map(
                "type",
                "run.tool_call_output_item",
                "item",
                map(
                        "type",
                        "function_call_result",
                        "name",
                        "search",
                        "callId",
                        "call-1",
                        "metadata",
                        Map.of("sources", List.of(source())))));
        events.add(map("type", "run.turn.start", "turn", 2));
        events.add(map("type", "run.output_item.start", "item", Map.of("type", "message")));
        String text = json(output(request));
        String said = output(request) instanceof String plain ? plain : text;
        pieces(said).forEach(piece -> events.add(map("type", "run.output_text.delta", "delta", piece)));
        events.add(map(
                "type",
                "run.output_item.done",
                "item",
                map(
                        "type",
                        "message",
                        "role",
                        "assistant",
                        "content",
                        List.of(map("type", "output_text", "text", said)))));
        events.add(map("type", "run.turn.done", "turn", 2));
        events.add(done(request));
        return numbered(events);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON", e);
        }
    }

    private static List<String> numbered(List<Map<String, Object>> events) {
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> event : events) {
            Map<String, Object> numbered = new LinkedHashMap<>();
            numbered.put("type", event.get("type"));
            numbered.put("seq", lines.size());
            numbered.putAll(event);
            lines.add(json(numbered));
        }
        return lines;
    }

    private static Map<String, Object> done(JsonNode request) {
        Map<String, Object> done = map("type", "run.done", "id", "run-1");
        done.put("timestampStart", START);
        done.put("timestamp", START + MILLIS);
        done.put("duration", MILLIS);
        done.put("output", output(request));
        done.put("usage", usage());
        done.put("metadata", Map.of("sources", List.of(source())));
        return done;
    }

    private static Object output(JsonNode request) {
        JsonNode schema = schema(request);
        if (!schema.isMissingNode()) {
            return IgptSamples.of(schema, text(request));
        }
        boolean json = request.path("output_format").asText().equals("json");
        return json ? Map.of("answer", text(request)) : text(request);
    }

    private static JsonNode schema(JsonNode request) {
        return request.path("output_format").path("schema");
    }

    private static Map<String, Object> usage() {
        return map("input_tokens", 9, "output_tokens", 2, "total_tokens", 11);
    }

    private static Map<String, Object> source() {
        Map<String, Object> source = map("id", "src-1", "type", "message", "provider", "spike");
        source.put("picture", "https://example.com/p.png");
        source.put("title", "Budget");
        source.put("timestamp", 1_767_225_600);
        return source;
    }

    /** Words with their blanks. */
    private static List<String> pieces(String text) {
        return List.of(text.split("(?<= )"));
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
