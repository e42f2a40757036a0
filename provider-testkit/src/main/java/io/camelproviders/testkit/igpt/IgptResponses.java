/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.testkit.EventStream;
import io.camelproviders.testkit.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service answers to an ask or a run. */
final class IgptResponses {

    private static final long START = 1_767_225_600_000L;
    private static final long MILLIS = 1_500;

    /** The events of a run between its start and its message. */
    private static final String THOUGHTS = """
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

    private final JsonNode request;
    private final String text;
    private final List<Map<String, Object>> sources;

    /** @param text the answer */
    IgptResponses(JsonNode request, String text, List<Map<String, Object>> sources) {
        this.request = request;
        this.text = text;
        this.sources = sources;
    }

    Object ask() {
        JsonNode schema = schema();
        return schema.isMissingNode()
                ? Json.object("output", output(), "usage", usage())
                : SchemaSamples.of(schema, text);
    }

    List<String> askEvents() {
        List<String> events = new ArrayList<>();
        pieces(text).forEach(piece -> events.add(event(Map.of("delta", piece))));
        events.add(event(Json.object("usage", usage(), "metadata", Map.of("sources", List.of(source())))));
        return events;
    }

    Object run() {
        Map<String, @Nullable Object> result = new LinkedHashMap<>(done());
        result.remove("type");
        return result;
    }

    /** A whole run: a thought, a tool call, its outcome, the message piece by piece, the end. */
    List<String> runEvents() {
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        events.add(start());
        THOUGHTS.lines().forEach(line -> events.add(object(line)));
        Object output = output();
        String said = output instanceof String plain ? plain : Json.text(output);
        pieces(said).forEach(piece -> events.add(Json.object("type", "run.output_text.delta", "delta", piece)));
        Map<String, @Nullable Object> part = Json.object("type", "output_text", "text", said);
        Map<String, @Nullable Object> message =
                Json.object("type", "message", "role", "assistant", "content", List.of(part));
        events.add(Json.object("type", "run.output_item.done", "item", message));
        events.add(Json.object("type", "run.turn.done", "turn", 2));
        events.add(done());
        return numbered(events);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(String line) {
        return Json.convert(Json.read(line), LinkedHashMap.class);
    }

    private static String event(Object payload) {
        return EventStream.event(Json.text(payload));
    }

    private static List<String> numbered(List<Map<String, @Nullable Object>> events) {
        List<String> lines = new ArrayList<>();
        for (Map<String, @Nullable Object> event : events) {
            Map<String, @Nullable Object> numbered = Json.object("type", event.get("type"), "seq", lines.size());
            numbered.putAll(event);
            lines.add(event(numbered));
        }
        return lines;
    }

    /** Repeats what was asked for. */
    private Map<String, @Nullable Object> start() {
        Map<String, @Nullable Object> context = Json.object("quality", given("quality", "cef-1-normal"));
        context.put("reasoning_effort", given("reasoning_effort", "medium"));
        context.put("indexed", sources.size());
        context.put("datasources", sources);
        Map<String, @Nullable Object> start = Json.object("type", "run.start", "id", "run-1", "timestamp", START);
        start.put("context", context);
        start.put("output_format", given("output_format", "text"));
        return start;
    }

    private Object given(String field, String byDefault) {
        return request.hasNonNull(field) ? request.path(field) : byDefault;
    }

    private Map<String, @Nullable Object> done() {
        Map<String, @Nullable Object> done = Json.object("type", "run.done", "id", "run-1", "timestampStart", START);
        done.put("timestamp", START + MILLIS);
        done.put("duration", MILLIS);
        done.put("output", output());
        done.put("usage", usage());
        done.put("metadata", Map.of("sources", List.of(source())));
        return done;
    }

    private Object output() {
        JsonNode schema = schema();
        if (!schema.isMissingNode()) {
            return SchemaSamples.of(schema, text);
        }
        return request.path("output_format").asText().equals("json") ? Map.of("answer", text) : text;
    }

    private JsonNode schema() {
        return request.path("output_format").path("schema");
    }

    private static Map<String, @Nullable Object> usage() {
        return Json.object("input_tokens", 9, "output_tokens", 2, "total_tokens", 11);
    }

    private static Map<String, @Nullable Object> source() {
        Map<String, @Nullable Object> source = Json.object("id", "src-1", "type", "message", "provider", "spike");
        source.put("picture", "https://example.com/p.png");
        source.put("title", "Budget");
        source.put("timestamp", 1_767_225_600);
        return source;
    }

    /** Words with their blanks. */
    private static List<String> pieces(String text) {
        return List.of(text.split("(?<= )"));
    }
}
