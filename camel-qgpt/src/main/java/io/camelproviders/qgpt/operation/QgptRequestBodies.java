/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.operation;

import io.camelproviders.core.json.Json;
import io.camelproviders.qgpt.model.Questions.QgptPromptPipeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives request bodies the shape that Pieces OS wants, where a route gave less. */
public final class QgptRequestBodies {

    /** How a route names the conversation of a question; {@code conversation} on the wire. */
    public static final String CONVERSATION_ID = "conversationId";

    private static final List<String> OF_THE_INPUT = List.of("query", "model", "application");

    private QgptRequestBodies() {}

    /** {@code question} and {@code hints} need {@code relevant}, even if it is empty. */
    public static @Nullable Map<String, Object> complete(String operation, @Nullable Map<String, Object> body) {
        if (body == null
                || body.get("relevant") != null
                || !(operation.equals("question") || operation.equals("hints"))) {
            return body;
        }
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put("relevant", nothing());
        return changed;
    }

    /**
     * A message to the stream: a bare {@code query}, {@code model} or {@code application} goes into the
     * {@code relevance} input if there is one, else into the {@code question}, which is made if need be. What those
     * inputs hold already counts more. {@code stop} and {@code reset} that are false are left out.
     */
    public static Map<String, Object> stream(Map<String, Object> body) {
        Map<String, Object> message = new LinkedHashMap<>(body);
        message.values().removeIf(value -> value == null);
        Object conversation = message.remove(CONVERSATION_ID);
        if (conversation != null) {
            message.put("conversation", conversation);
        }
        message.remove("stop", false);
        message.remove("reset", false);
        Map<String, Object> bare = new LinkedHashMap<>();
        for (String name : OF_THE_INPUT) {
            Object value = message.remove(name);
            if (value != null) {
                bare.put(name, value);
            }
        }
        if (message.containsKey("stop") || message.containsKey("reset")) {
            return message;
        }
        String kind = message.containsKey("relevance") && !message.containsKey("question") ? "relevance" : "question";
        if (!bare.isEmpty() || message.containsKey(kind)) {
            bare.putAll(object(message.get(kind)));
            message.put(kind, kind.equals("question") ? complete(kind, bare) : bare);
        }
        return message;
    }

    /**
     * Adds what the options of an endpoint say and the body does not: the pipeline where there is a place for it, the paths
     * to a search. A message to the stream that has paths and no input of its own becomes a search that is answered.
     *
     * @param pipeline a pipeline by its name, or null
     * @param paths absolute paths of files or folders on the server's machine
     */
    public static Map<String, Object> withOptions(
            String operation, Map<String, Object> body, @Nullable String pipeline, List<String> paths) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        switch (operation) {
            case "question", "reprompt" -> addPipeline(changed, pipeline);
            case "relevance" -> addToSearch(changed, pipeline, paths);
            case "stream" -> addToMessage(changed, pipeline, paths);
            default -> {
                return body;
            }
        }
        return changed;
    }

    private static void addToMessage(Map<String, Object> message, @Nullable String pipeline, List<String> paths) {
        boolean command = Boolean.TRUE.equals(message.get("stop")) || Boolean.TRUE.equals(message.get("reset"));
        boolean bare = message.get("question") == null && message.get("relevance") == null;
        if (command) {
            return;
        }
        if (message.get("relevance") != null || (bare && !paths.isEmpty())) {
            Map<String, Object> search = object(message.get("relevance"));
            addToSearch(search, pipeline, paths);
            if (bare) {
                Map<String, Object> options = object(search.get("options"));
                options.put("question", true);
                search.put("options", options);
            }
            message.put("relevance", search);
        } else if (pipeline != null) {
            Map<String, Object> question = object(message.get("question"));
            addPipeline(question, pipeline);
            message.put("question", question);
        }
    }

    private static void addToSearch(Map<String, Object> search, @Nullable String pipeline, List<String> paths) {
        if (!paths.isEmpty()) {
            search.putIfAbsent("paths", paths);
        }
        if (pipeline != null) {
            Map<String, Object> options = object(search.get("options"));
            addPipeline(options, pipeline);
            search.put("options", options);
        }
    }

    private static void addPipeline(Map<String, Object> fields, @Nullable String pipeline) {
        if (pipeline != null && fields.get("pipeline") == null) {
            fields.put("pipeline", Json.standard().map(QgptPromptPipeline.named(pipeline)));
        }
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> fields.put(String.valueOf(name), field));
        }
        return fields;
    }

    private static Map<String, Object> nothing() {
        return Map.of("iterable", List.of());
    }
}
