/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
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

    /** What a run tells before its message. */
    private static final String THOUGHTS = """
            {"type":"run.start","id":"run-1","timestamp":1767225600000,"context":{"quality":"cef-4-high","reasoning_effort":"high","indexed":1,"datasources":[]},"output_format":"text"}
            {"type":"run.turn.start","turn":1}
            {"type":"run.reasoning_item.start","item":{"type":"reasoning"}}
            {"type":"run.reasoning_summary_part.start"}
            {"type":"run.reasoning_summary_part.done","text":"I look it up"}
            {"type":"run.reasoning_item.done","item":{"type":"reasoning","content":[],"summary":[{"type":"summary_text","text":"I look it up"}]}}
            {"type":"run.tool_call_item","item":{"type":"function_call","arguments":"{}","name":"search","callId":"call-1"}}
            {"type":"run.turn.done","turn":1}
            {"type":"run.tool_call_output_item","item":{"type":"function_call_result","name":"search","callId":"call-1","metadata":{"sources":[]}}}
            {"type":"run.turn.start","turn":2}
            {"type":"run.output_item.start","item":{"type":"message"}}
            """;

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
        THOUGHTS.lines().forEach(line -> events.add(object(line)));
        Object output = output(request);
        String said = output instanceof String plain ? plain : json(output);
        pieces(said).forEach(piece -> events.add(map("type", "run.output_text.delta", "delta", piece)));
        Map<String, Object> part = map("type", "output_text", "text", said);
        Map<String, Object> message = map("type", "message", "role", "assistant", "content", List.of(part));
        events.add(map("type", "run.output_item.done", "item", message));
        events.add(map("type", "run.turn.done", "turn", 2));
        events.add(done(request));
        return numbered(events);
    }

    private static Map<String, Object> object(String line) {
        try {
            return JSON.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a JSON object", e);
        }
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
