/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.BodyRules;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Json;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import io.camelproviders.testkit.Operations.Handler;
import io.camelproviders.testkit.ServiceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The operations over HTTP. Errors are a sentence of plain text. */
final class QgptCalls {

    private static final String COMMON = " application? model?";
    private static final BodyRules CONNECT = BodyRules.of(
            "application!:object{name! version!" + " platform!=UNKNOWN|WEB|MACOS|LINUX|WINDOWS|FUCHSIA|IOS|ANDROID}");
    private static final BodyRules HINTS =
            BodyRules.of("relevant!:object{iterable!:array} query? answer?:object" + COMMON);
    private static final BodyRules QUESTION = BodyRules.of(
            "query! relevant!:object{iterable!:array} messages?:object pipeline?:object temporal?:object" + COMMON);
    private static final BodyRules RELEVANCE = BodyRules.of(
            "query! paths?:strings options?:object{database?:bool question?:bool pipeline?:object}" + COMMON);
    private static final BodyRules REPROMPT = BodyRules.of("query! conversation!:object{iterable!:array{text!"
            + " role!=USER|SYSTEM|ASSISTANT|SYSTEM_THINKING|UNKNOWN timestamp!:object}}" + COMMON);
    private static final BodyRules PERSONS = BodyRules.of("seed?:object conversation?:object" + COMMON);
    private static final BodyRules CREATE = BodyRules.of("type=COPILOT|UNKNOWN name?");

    /** Where relevance may search, each with a list somewhere below it. */
    private static final List<String> SPACES = List.of(
            "/paths",
            "/seeds/iterable",
            "/assets/iterable",
            "/anchors/iterable",
            "/messages/iterable",
            "/sources/iterable",
            "/summaries/iterable",
            "/temporal/workstreams/iterable");

    private static final Map<String, Object> NOW = Map.of("value", "2026-01-02T10:00:00.000Z");

    private final InMemoryStore store;
    private final BiConsumer<OperationRequest, String> violations;
    private final List<String> models = new CopyOnWriteArrayList<>(List.of("m1", "m2"));
    private final Set<String> issuedSeeds = ConcurrentHashMap.newKeySet();

    /** @param violations gets what the real server would not notice */
    QgptCalls(InMemoryStore store, BiConsumer<OperationRequest, String> violations) {
        this.store = store;
        this.violations = violations;
    }

    void addModel(String id) {
        if (!models.contains(id)) {
            models.add(id);
        }
    }

    void addTo(Operations operations) {
        operations
                .add("health", "GET /.well-known/health", in -> text(200, "ok:9b1c5f0e-0000-4000-8000-000000000001"))
                .add("health", "HEAD /.well-known/health", in -> text(200, ""))
                .add("version", "GET /.well-known/version", in -> text(200, "12.6.0"))
                .add("user", "GET /user", in -> FakeResponse.json(200, Map.of("user", user())))
                .add("connect", "POST /connect", read(CONNECT, (in, body) -> connect(body.path("application"))))
                .add("models", "GET /models", in -> FakeResponse.json(200, Map.of("iterable", models())))
                .add("hints", "POST /qgpt/hints", read(HINTS, (in, body) -> {
                    checkSeeds(body.path("relevant"));
                    return answers("What about time zones?");
                }))
                .add("question", "POST /qgpt/question", read(QUESTION, (in, body) -> {
                    checkSeeds(body.path("relevant"));
                    return answers("You asked: " + body.path("query").asText());
                }))
                .add("relevance", "POST /qgpt/relevance", read(RELEVANCE, (in, body) -> relevance(body)))
                .add("reprompt", "POST /qgpt/reprompt", read(REPROMPT, (in, body) -> reprompt(body)))
                .add("persons/related", "POST /qgpt/persons/related", read(PERSONS, (in, body) -> persons()))
                .add("conversations/create", "POST /conversations/create", read(CREATE, (in, body) -> {
                    if (!body.has("type")) {
                        violations.accept(in, "type is missing");
                    }
                    String id = store.create(body.path("name").asText(""));
                    return store.conversation(id).orElseThrow();
                }))
                .add(
                        "conversations/retrieve",
                        "GET /conversation/{conversation}",
                        in -> found(store.conversation(in.id("conversation")), 410))
                .add(
                        "conversations/messages",
                        "GET /conversation/{conversation}/messages",
                        in -> found(store.messages(in.id("conversation")), 500))
                .add("messages/retrieve", "GET /message/{message}", in -> found(store.message(in.id("message")), 410));
    }

    private interface Answer {
        Object to(OperationRequest request, ObjectNode body);
    }

    private Handler read(BodyRules rules, Answer answer) {
        return request -> {
            ObjectNode body = rules.read(request.request());
            checkModel(body);
            String transferables = request.request().query().getOrDefault("transferables", "true");
            if (!transferables.equals("true") && !transferables.equals("false")) {
                violations.accept(request, "transferables must be true or false");
            }
            return FakeResponse.json(200, answer.to(request, body));
        };
    }

    /** An error as the server writes it: a sentence that says little. */
    static FakeResponse error(ServiceError error, OperationRequest request) {
        if (request.operation().isEmpty() && !error.code().isEmpty()) {
            return text(404, "Route not found");
        }
        String operation = request.operation();
        String sentence = operation.isEmpty() || operation.contains("/")
                ? "It did not work."
                : "qGPT " + Character.toUpperCase(operation.charAt(0)) + operation.substring(1) + " Endpoint failed.";
        return switch (error.code()) {
            case "no_upgrade", "upgrade", "gone" -> text(error.status(), error.text());
            case "" -> text(error.status(), scripted(error.status(), sentence));
            default -> operation.equals("connect") ? text(400, "the application is not accepted") : text(500, sentence);
        };
    }

    private static String scripted(int status, String sentence) {
        return switch (status) {
            case 401 -> "Invalid authentication";
            case 429 -> "Rate limit/Quota exceeded";
            case 503 -> "The engine is currently overloaded";
            default -> sentence;
        };
    }

    /**
     * Checks a question or a search that came over the WebSocket.
     *
     * @throws ServiceError if the server cannot work with it
     */
    void check(JsonNode input, boolean question) {
        ObjectNode body = (question ? QUESTION : RELEVANCE).check((ObjectNode) input);
        checkModel(body);
        if (question) {
            checkSeeds(body.path("relevant"));
        }
    }

    private void checkModel(ObjectNode body) {
        if (body.hasNonNull("model") && !models.contains(body.path("model").asText())) {
            throw ServiceError.validation("model: is unknown");
        }
    }

    /** Each seed must have an id that relevance gave out, or bring a fragment. */
    private void checkSeeds(JsonNode relevant) {
        for (JsonNode seed : relevant.path("iterable")) {
            boolean issued = issuedSeeds.contains(seed.path("id").asText(""));
            boolean fragment = seed.at("/seed/asset/format/fragment/string").isObject();
            if (!issued && !fragment) {
                throw ServiceError.validation("relevant: a seed has neither a known id nor a fragment");
            }
        }
    }

    private static Map<String, Object> connect(JsonNode application) {
        Map<String, @Nullable Object> known = Json.object("id", "app-1", "name", application.path("name"));
        known.put("version", application.path("version"));
        known.put("platform", application.path("platform"));
        known.put("onboarded", true);
        known.put("privacy", "OPEN");
        Map<String, Object> health = Map.of("os", Map.of("id", "os-1", "version", "12.6.0"));
        return Map.of("os", "os-1", "application", known, "health", health, "user", user());
    }

    private static Map<String, Object> user() {
        Map<String, Object> aesthetics = Map.of("theme", Map.of("dark", true), "font", Map.of());
        return Map.of("id", "user-1", "email", "ana@example.org", "name", "Ana", "aesthetics", aesthetics);
    }

    private List<Object> models() {
        List<Object> all = new ArrayList<>();
        for (String id : models) {
            boolean cloud = !id.equals("m2");
            Map<String, @Nullable Object> model = Json.object("id", id, "version", "1.0.0", "created", NOW);
            model.put("name", cloud ? "Cloud Model" : "Local Model");
            model.put("cloud", cloud);
            model.put("type", cloud ? "ACCURACY" : "SPEED");
            model.put("usage", "CODE_CONVERSATION");
            if (!cloud) {
                model.put("downloaded", false);
            }
            all.add(model);
        }
        return all;
    }

    /** What is found: nothing without a search space, else one snippet. */
    List<Map<String, Object>> search(JsonNode body) {
        boolean space = body.at("/options/database").asBoolean(false)
                || SPACES.stream().anyMatch(pointer -> body.at(pointer).size() > 0);
        if (!space) {
            return List.of();
        }
        issuedSeeds.add("s1");
        Map<String, Object> format =
                Map.of("fragment", Map.of("string", Map.of("raw", "parse(text)"), "metadata", Map.of("ext", "java")));
        Map<String, Object> application = Map.of("id", "app-1", "name", "OPEN_SOURCE", "version", "1.0.0");
        return List.of(Map.of(
                "id",
                "s1",
                "path",
                "/home/ana/app/Dates.java",
                "location",
                Map.of("text", "parse", "start", 120, "end", 125),
                "seed",
                Map.of("type", "SEEDED_ASSET", "asset", Map.of("application", application, "format", format))));
    }

    private Object relevance(ObjectNode body) {
        Map<String, @Nullable Object> output = Json.object("relevant", Map.of("iterable", search(body)));
        if (body.at("/options/question").asBoolean(false)) {
            output.put("answer", answers("You asked: " + body.path("query").asText()));
        }
        return output;
    }

    /** Names the newest message, which must come first. */
    private static Object reprompt(ObjectNode body) {
        JsonNode newest = body.at("/conversation/iterable/0");
        if (newest.isMissingNode()) {
            throw ServiceError.validation("conversation: is empty");
        }
        return Map.of(
                "query",
                body.path("query").asText() + " (after: " + newest.path("text").asText() + ")");
    }

    private static Map<String, Object> answers(String text) {
        return Map.of("answers", Map.of("iterable", List.of(Map.of("score", 0.92, "text", text))));
    }

    private static Map<String, Object> persons() {
        Map<String, Object> basic = Map.of("basic", Map.of("name", "Bo", "email", "bo@example.org"));
        Map<String, Object> person = Map.of("id", "p1", "created", NOW, "updated", NOW, "type", basic);
        return Map.of("persons", Map.of("iterable", List.of(person)), "explanations", Map.of("p1", "Edited this file"));
    }

    private static FakeResponse found(Optional<ObjectNode> found, int otherwise) {
        return FakeResponse.json(200, found.orElseThrow(() -> ServiceError.of(otherwise, "gone", "It is gone.")));
    }

    private static FakeResponse text(int status, String sentence) {
        return FakeResponse.text(status, "text/plain; charset=utf-8", sentence);
    }
}
