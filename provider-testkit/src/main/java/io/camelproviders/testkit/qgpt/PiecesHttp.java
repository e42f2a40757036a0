/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Responder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The calls that are no WebSocket. Errors are a sentence of plain text. */
final class PiecesHttp {

    private static final Map<String, Object> NOW = Map.of("value", "2026-01-02T10:00:00.000Z");
    private static final Map<String, Object> SEED = Map.of(
            "id",
            "s1",
            "path",
            "/home/ana/app/Dates.java",
            "location",
            Map.of("text", "parse", "start", 120, "end", 125));

    private record Refusal(int status, String sentence) {}

    private final PiecesStore store;
    private final Map<String, Queue<Refusal>> refusals = new ConcurrentHashMap<>();

    PiecesHttp(PiecesStore store) {
        this.store = store;
    }

    void failNext(String path, int status, String sentence) {
        refusals.computeIfAbsent(path, key -> new ConcurrentLinkedQueue<>()).add(new Refusal(status, sentence));
    }

    void handle(Request request, Responder responder) {
        Queue<Refusal> planned = refusals.get(request.path());
        Refusal refusal = planned == null ? null : planned.poll();
        if (refusal != null) {
            text(responder, refusal.status(), refusal.sentence());
        } else if (request.method().equals("POST") && offersUpgrade(request)) {
            // The real server's HTTP parser loses the body of such a request.
            text(responder, 500, "the body was lost: do not offer an upgrade");
        } else if (request.method().equals("POST")) {
            post(request, responder);
        } else {
            get(request, responder);
        }
    }

    private static boolean offersUpgrade(Request request) {
        return request.header("Upgrade").isPresent();
    }

    private void post(Request request, Responder responder) {
        JsonNode body = request.json();
        switch (request.path()) {
            case "/connect" -> connect(body, responder);
            case "/qgpt/question" -> {
                if (!body.path("query").isTextual()
                        || !body.path("relevant").path("iterable").isArray()) {
                    text(responder, 500, "qGPT Question Endpoint failed.");
                } else {
                    responder.json(
                            200, answers("You asked: " + body.path("query").asText()));
                }
            }
            case "/qgpt/hints" -> {
                if (body.path("relevant").path("iterable").isArray()) {
                    responder.json(200, answers("What about time zones?"));
                } else {
                    text(responder, 500, "qGPT Hints Endpoint failed.");
                }
            }
            case "/qgpt/relevance" -> relevance(body, responder);
            case "/qgpt/reprompt" -> reprompt(body, responder);
            case "/qgpt/persons/related" -> responder.json(200, persons());
            case "/conversations/create" -> {
                String id = store.create(body.path("name").asText(""));
                responder.json(200, store.conversation(id).orElseThrow());
            }
            default -> text(responder, 404, "Route not found");
        }
    }

    private void get(Request request, Responder responder) {
        List<String> path = request.pathSegments();
        switch (path.get(0)) {
            case ".well-known" -> wellKnown(path.get(path.size() - 1), responder);
            case "models" -> responder.json(200, models());
            case "conversation" -> {
                boolean whole = path.size() == 2;
                found(
                        whole ? store.conversation(path.get(1)) : store.messages(path.get(1)),
                        whole ? 410 : 500,
                        responder);
            }
            case "message" -> found(store.message(path.get(path.size() - 1)), 410, responder);
            default -> text(responder, 404, "Route not found");
        }
    }

    private static void connect(JsonNode body, Responder responder) {
        JsonNode application = body.path("application");
        if (!application.path("name").isTextual()
                || !application.path("platform").isTextual()
                || !application.path("version").isTextual()) {
            text(responder, 400, "the application is not accepted");
            return;
        }
        Map<String, Object> known = Map.of(
                "id",
                "app-1",
                "name",
                application.path("name").asText(),
                "version",
                application.path("version").asText(),
                "platform",
                application.path("platform").asText(),
                "onboarded",
                true,
                "privacy",
                "OPEN");
        Map<String, Object> health = Map.of("os", Map.of("id", "os-1", "version", "12.6.0"));
        responder.json(200, Map.of("os", "os-1", "application", known, "health", health));
    }

    private static void relevance(JsonNode body, Responder responder) {
        if (!body.path("query").isTextual()) {
            text(responder, 500, "qGPT Relevance Endpoint failed.");
            return;
        }
        boolean space = body.path("paths").size() > 0
                || body.path("seeds").path("iterable").size() > 0
                || body.path("assets").path("iterable").size() > 0
                || body.path("anchors").path("iterable").size() > 0
                || body.path("messages").path("iterable").size() > 0
                || body.path("options").path("database").asBoolean(false);
        Map<String, Object> relevant = Map.of("iterable", space ? List.of(SEED) : List.of());
        boolean answer = body.path("options").path("question").asBoolean(false);
        String text = "You asked: " + body.path("query").asText();
        responder.json(
                200, answer ? Map.of("relevant", relevant, "answer", answers(text)) : Map.of("relevant", relevant));
    }

    /** Names the newest message, which must come first. */
    private static void reprompt(JsonNode body, Responder responder) {
        JsonNode newest = body.path("conversation").path("iterable").path(0);
        if (newest.isMissingNode()) {
            text(responder, 500, "qGPT Reprompt Endpoint failed.");
        } else {
            responder.json(
                    200,
                    Map.of(
                            "query",
                            body.path("query").asText() + " (after: "
                                    + newest.path("text").asText() + ")"));
        }
    }

    private static void wellKnown(String what, Responder responder) {
        switch (what) {
            case "health" -> text(responder, 200, "ok:9b1c5f0e-0000-4000-8000-000000000001");
            case "version" -> text(responder, 200, "12.6.0");
            default -> text(responder, 404, "Route not found");
        }
    }

    private static Map<String, Object> answers(String text) {
        return Map.of("answers", Map.of("iterable", List.of(Map.of("score", 0.92, "text", text))));
    }

    private static Map<String, Object> persons() {
        Map<String, Object> person = Map.of(
                "id",
                "p1",
                "created",
                NOW,
                "updated",
                NOW,
                "type",
                Map.of("basic", Map.of("name", "Bo", "email", "bo@example.org")));
        return Map.of("persons", Map.of("iterable", List.of(person)), "explanations", Map.of("p1", "Edited this file"));
    }

    private static Map<String, Object> models() {
        return Map.of(
                "iterable",
                List.of(
                        Map.of("id", "m1", "name", "Cloud Model", "cloud", true),
                        Map.of("id", "m2", "name", "Local Model", "cloud", false, "downloaded", false)));
    }

    private static void found(Optional<? extends Object> found, int otherwise, Responder responder) {
        if (found.isPresent()) {
            responder.json(200, found.get());
        } else {
            text(responder, otherwise, "It is gone.");
        }
    }

    private static void text(Responder responder, int status, String sentence) {
        responder.respond(status, sentence, "Content-Type", "text/plain; charset=utf-8");
    }
}
