/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.BodyRules;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Json;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.Operations;
import io.camelproviders.testkit.RequestKind;
import io.camelproviders.testkit.ServiceError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The thirty operations. */
final class ChatroutesOperations {

    private static final BodyRules CONVERSATION = BodyRules.of("title! model?");
    private static final BodyRules MESSAGE =
            BodyRules.of("content! model? temperature?:number[0..2] maxTokens?:int[1..] branchId?");
    private static final BodyRules CONTENT = BodyRules.of("content!");
    private static final BodyRules BRANCH =
            BodyRules.of("title! baseNodeId? description? contextMode?=FULL|PARTIAL|MINIMAL isActive?:bool");
    private static final BodyRules FORK = BodyRules.of("forkPointMessageId! title! contextMode?=FULL|PARTIAL|MINIMAL");
    private static final BodyRules CHECKPOINT = BodyRules.of("branchId! anchorMessageId!");
    private static final BodyRules SUGGEST = BodyRules.of("text! suggestionsCount?:int[1..10] hybridDetection?:bool"
            + " threshold?:number[0..1] llmModel? llmProvider? llmApiKey?");
    private static final BodyRules REGISTER = BodyRules.of("email! password! name?");
    private static final BodyRules LOGIN = BodyRules.of("email! password!");
    private static final BodyRules REFRESH = BodyRules.of("refreshToken!");

    private static final String DEFAULT_MODEL = "gpt-5";
    private static final Set<String> MODELS = Set.of(
            DEFAULT_MODEL,
            "claude-opus-4-1",
            "claude-opus-4",
            "claude-opus-4-0",
            "claude-sonnet-4-5",
            "claude-sonnet-4-0",
            "claude-3-7-sonnet-latest",
            "claude-3-5-haiku-latest");

    private static final String ONE = "/conversations/{conversation}";
    private static final String ONE_BRANCH = ONE + "/branches/{branch}";

    private final FakeChatroutesServer server;
    private final InMemoryStore store;
    private final Accounts accounts;

    ChatroutesOperations(FakeChatroutesServer server, InMemoryStore store, Accounts accounts) {
        this.server = server;
        this.store = store;
        this.accounts = accounts;
    }

    void addTo(Operations operations) {
        operations
                .add("conversations/create", "POST /conversations", this::createConversation)
                .add("conversations/list", "GET /conversations", this::listConversations)
                .add("conversations/get", "GET " + ONE, in -> ok("conversation", store.conversation(id(in))))
                .add("conversations/update", "PATCH " + ONE, in -> {
                    Map<String, Object> fields = fields(in, CONVERSATION.partial());
                    known(fields.get("model"), "Failed to update conversation");
                    return ok("conversation", store.updateConversation(id(in), fields));
                })
                .add("conversations/delete", "DELETE " + ONE, in -> deleted(() -> store.deleteConversation(id(in))))
                .add("conversations/get-tree", "GET " + ONE + "/tree", in -> ok("", store.tree(id(in))))
                .add("messages/send", "POST " + ONE + "/messages", RequestKind.SEND, in -> ok("", send(in, null)))
                .add(
                        "messages/stream",
                        "POST " + ONE + "/messages/stream",
                        RequestKind.STREAM,
                        in -> server.respondStream(send(in, null)))
                .add(
                        "messages/list",
                        "GET " + ONE + "/messages",
                        in -> ok("messages", store.messages(id(in), in.query("branchId"))))
                .add(
                        "messages/update",
                        "PATCH /messages/{message}",
                        in -> ok("message", store.updateMessage(in.id("message"), text(in, CONTENT, "content"))))
                .add(
                        "messages/delete",
                        "DELETE /messages/{message}",
                        in -> deleted(() -> store.deleteMessage(in.id("message"))));
        addBranches(operations);
        addOthers(operations);
    }

    private void addBranches(Operations operations) {
        operations
                .add("branches/list", "GET " + ONE + "/branches", in -> ok("branches", store.branches(id(in))))
                .add(
                        "branches/create",
                        "POST " + ONE + "/branches",
                        in -> created("branch", store.createBranch(id(in), fields(in, BRANCH))))
                .add(
                        "branches/fork",
                        "POST " + ONE + "/fork",
                        in -> created("branch", store.fork(id(in), fields(in, FORK))))
                .add(
                        "branches/update",
                        "PATCH " + ONE_BRANCH,
                        in -> ok("branch", store.updateBranch(id(in), in.id("branch"), fields(in, BRANCH.partial()))))
                .add(
                        "branches/delete",
                        "DELETE " + ONE_BRANCH,
                        in -> deleted(() -> store.deleteBranch(id(in), in.id("branch"))))
                .add(
                        "branches/get-messages",
                        "GET " + ONE_BRANCH + "/messages",
                        in -> ok("messages", store.messages(id(in), in.id("branch"))))
                .add("branches/send-message", "POST " + ONE_BRANCH + "/messages", RequestKind.SEND, in -> {
                    Map<String, Object> sent = send(in, in.id("branch"));
                    // In a branch the answer has another name.
                    sent.put("assistantMessage", Objects.requireNonNull(sent.remove("message")));
                    return ok("", sent);
                })
                .add(
                        "branches/merge",
                        "POST " + ONE_BRANCH + "/merge",
                        in -> ok("branch", store.merge(id(in), in.id("branch"))))
                .add(
                        "checkpoints/list",
                        "GET " + ONE + "/checkpoints",
                        in -> ok(
                                "checkpoints",
                                store.checkpoints(id(in), in.query("branchId")).stream()
                                        .map(server::spelled)
                                        .toList()))
                .add("checkpoints/create", "POST " + ONE + "/checkpoints", in -> {
                    Map<String, Object> fields = fields(in, CHECKPOINT);
                    return created("checkpoint", server.spelled(store.createCheckpoint(id(in), fields)));
                })
                .add(
                        "checkpoints/delete",
                        "DELETE /checkpoints/{checkpoint}",
                        in -> deleted(() -> store.deleteCheckpoint(in.id("checkpoint"))))
                .add(
                        "checkpoints/recreate",
                        "POST /checkpoints/{checkpoint}/recreate",
                        in -> ok("checkpoint", server.spelled(store.recreate(in.id("checkpoint")))));
    }

    private void addOthers(Operations operations) {
        operations
                .add("autobranch/suggest-branches", "POST /autobranch/suggest-branches", this::suggest)
                .add(
                        "autobranch/health",
                        "GET /autobranch/health",
                        in -> FakeResponse.json(
                                200, Json.object("status", "healthy", "version", "1.0.0", "service", "autobranch")))
                .add("auth/register", "POST /auth/register", in -> {
                    ObjectNode body = REGISTER.read(in.request());
                    String name = body.path("name").asText("");
                    return created("", accounts.register(text(body, "email"), text(body, "password"), name));
                })
                .add("auth/login", "POST /auth/login", in -> {
                    ObjectNode body = LOGIN.read(in.request());
                    return ok("", accounts.login(text(body, "email"), text(body, "password")));
                })
                .add("auth/me", "GET /auth/me", in -> ok("", server.user(in)))
                .add(
                        "auth/refresh-token",
                        "POST /auth/refresh",
                        in -> ok("", accounts.refresh(text(in, REFRESH, "refreshToken"))))
                .add(
                        "auth/logout",
                        "POST /auth/logout",
                        in -> deleted(() -> accounts.logout(
                                in.request().header("Authorization").orElse(""))));
    }

    private FakeResponse ok(String key, Object value) {
        return server.respond(200, key, value);
    }

    private FakeResponse created(String key, Object value) {
        return server.respond(201, key, value);
    }

    private FakeResponse deleted(Runnable deletion) {
        deletion.run();
        return ok("", Map.of());
    }

    private static String id(OperationRequest request) {
        return request.id("conversation");
    }

    private static String text(ObjectNode body, String field) {
        return body.path(field).asText();
    }

    private static String text(OperationRequest request, BodyRules rules, String field) {
        return text(rules.read(request.request()), field);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(OperationRequest request, BodyRules rules) {
        return Json.convert(rules.read(request.request()), LinkedHashMap.class);
    }

    private FakeResponse createConversation(OperationRequest request) {
        Map<String, Object> fields = fields(request, CONVERSATION);
        known(fields.get("model"), "Failed to create conversation");
        String user = String.valueOf(server.user(request).get("id"));
        return created("conversation", store.createConversation(user, fields));
    }

    private FakeResponse listConversations(OperationRequest request) {
        String filter = Objects.requireNonNullElse(request.query("filter"), "all");
        if (!Set.of("all", "owned", "shared").contains(filter)) {
            throw ServiceError.validation("filter: must be one of all, owned, shared");
        }
        String user = String.valueOf(server.user(request).get("id"));
        return server.respondPage(
                store.conversations(user, filter), number(request, "page", 1), number(request, "limit", 10));
    }

    private static int number(OperationRequest request, String name, int byDefault) {
        String value = request.query(name);
        if (value == null) {
            return byDefault;
        }
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < 1) {
            throw ServiceError.validation(name + ": must be a positive integer");
        }
        return Integer.parseInt(value);
    }

    /** The service is known to hide why a model is refused. */
    private static void known(@Nullable Object model, String failure) {
        if (model != null && !MODELS.contains(model.toString())) {
            throw ServiceError.of(500, "hidden", failure);
        }
    }

    /** Stores the message and its answer. */
    private Map<String, Object> send(OperationRequest request, @Nullable String branch) {
        ObjectNode body = MESSAGE.read(request.request());
        String model = body.path("model").asText(DEFAULT_MODEL);
        known(model, "Failed to send message");
        if (model.startsWith("claude") && body.path("temperature").asDouble() > 1) {
            throw ServiceError.validation("temperature: must not be greater than 1");
        }
        String into = branch != null ? branch : body.hasNonNull("branchId") ? text(body, "branchId") : null;
        Map<String, Object> asked = store.addMessage(id(request), into, "user", text(body, "content"));
        Map<String, Object> answer =
                store.addAnswer(id(request), into, server.answer(text(body, "content")), body, model);
        int prompt = InMemoryStore.tokens(String.valueOf(asked.get("content")));
        int completion = InMemoryStore.tokens(String.valueOf(answer.get("content")));
        Map<String, Object> sent = new LinkedHashMap<>();
        sent.put("message", answer);
        sent.put(
                "usage",
                Json.object(
                        "promptTokens", prompt, "completionTokens", completion, "totalTokens", prompt + completion));
        sent.put("model", InMemoryStore.fullName(model));
        return sent;
    }

    /** Suggests a branch for each sentence, in their order. */
    private FakeResponse suggest(OperationRequest request) {
        ObjectNode body = SUGGEST.read(request.request());
        String text = text(body, "text");
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        int start = 0;
        for (String sentence : text.split("(?<=[.!?])\\s+", -1)) {
            int at = text.indexOf(sentence, start);
            Map<String, @Nullable Object> suggestion = Json.object("id", "sug_" + (all.size() + 1));
            suggestion.put("title", "Branch " + (all.size() + 1));
            suggestion.put("description", "About: " + sentence);
            suggestion.put("triggerText", sentence);
            suggestion.put("branchPoint", Map.of("start", at, "end", at + sentence.length()));
            suggestion.put("confidence", 0.9);
            suggestion.put("reasoning", "A sentence of its own");
            suggestion.put("estimatedDivergence", "medium");
            all.add(suggestion);
            start = at + sentence.length();
        }
        boolean hybrid = body.path("hybridDetection").asBoolean();
        Map<String, @Nullable Object> metadata = Json.object("detectionMethod", hybrid ? "hybrid" : "pattern");
        metadata.put("totalBranchPointsFound", all.size());
        if (body.hasNonNull("llmModel")) {
            metadata.put("modelUsed", text(body, "llmModel"));
        }
        int count = Math.min(body.path("suggestionsCount").asInt(3), all.size());
        return ok("", Json.object("suggestions", all.subList(0, count), "metadata", metadata));
    }
}
