/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.Json;
import io.camelproviders.testkit.ServiceError;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conversations with their branches, messages and checkpoints, as plain JSON values. Safe for all threads. */
final class InMemoryStore {

    /** Things of one kind, by id. */
    private static final class Table {
        private final String name;
        private final Map<String, Map<String, Object>> rows = new LinkedHashMap<>();

        Table(String name) {
            this.name = name;
        }

        Map<String, Object> add(Map<String, Object> row) {
            rows.put(text(row, "id"), row);
            return row;
        }

        Map<String, Object> get(String id) {
            Map<String, Object> row = rows.get(id);
            if (row == null) {
                throw ServiceError.notFound(name);
            }
            return row;
        }

        /** The row, if it belongs to this conversation. */
        Map<String, Object> get(String conversation, String id) {
            Map<String, Object> row = get(id);
            if (!conversation.equals(row.get("conversationId"))) {
                throw ServiceError.notFound(name);
            }
            return row;
        }

        List<Map<String, Object>> of(String conversation) {
            return rows.values().stream()
                    .filter(row -> conversation.equals(row.get("conversationId")))
                    .map(InMemoryStore::copy)
                    .toList();
        }

        void remove(String id) {
            get(id);
            rows.remove(id);
        }
    }

    private final Table conversations = new Table("Conversation");
    private final Table branches = new Table("Branch");
    private final Table messages = new Table("Message");
    private final Table checkpoints = new Table("Checkpoint");

    /** Messages that each branch shows, those from before its fork included. */
    private final Map<String, List<String>> shown = new LinkedHashMap<>();

    private int number;

    synchronized Map<String, Object> createConversation(String user, Map<String, Object> fields) {
        Map<String, Object> conversation = row("conv");
        conversation.put("userId", user);
        conversation.put("title", fields.get("title"));
        conversation.put("model", Objects.requireNonNullElse(fields.get("model"), "gpt-5"));
        conversation.put("createdAt", now());
        conversation.put("updatedAt", now());
        fields.forEach(conversation::putIfAbsent);
        conversations.add(conversation);
        addBranch(text(conversation, "id"), Map.of("title", "Main"), null, null);
        return copy(conversation);
    }

    synchronized List<Map<String, Object>> conversations(String user, String filter) {
        return conversations.rows.values().stream()
                .filter(conversation -> !filter.equals("shared"))
                .filter(conversation -> !filter.equals("owned") || user.equals(conversation.get("userId")))
                .map(this::counted)
                .toList();
    }

    synchronized Map<String, Object> conversation(String id) {
        Map<String, Object> whole = copy(conversations.get(id));
        whole.put("messages", messages.of(id));
        whole.put("branches", branches.of(id));
        return whole;
    }

    synchronized Map<String, Object> updateConversation(String id, Map<String, Object> fields) {
        return update(conversations.get(id), fields);
    }

    synchronized void deleteConversation(String id) {
        conversations.remove(id);
        branches.of(id).forEach(branch -> shown.remove(text(branch, "id")));
        List.of(branches, messages, checkpoints)
                .forEach(table -> table.rows.values().removeIf(row -> id.equals(row.get("conversationId"))));
    }

    synchronized Map<String, Object> tree(String id) {
        Map<String, Object> conversation = counted(conversations.get(id));
        return new ConversationTree(messages.of(id), branches.of(id), shown).of(conversation, copy(main(id)));
    }

    synchronized List<Map<String, Object>> branches(String conversation) {
        conversations.get(conversation);
        return branches.of(conversation);
    }

    synchronized Map<String, Object> createBranch(String conversation, Map<String, Object> fields) {
        Object base = fields.get("baseNodeId");
        if (base != null) {
            messages.get(conversation, base.toString());
        }
        String parent = text(main(conversation), "id");
        return copy(addBranch(conversation, fields, parent, base == null ? null : base.toString()));
    }

    synchronized Map<String, Object> fork(String conversation, Map<String, Object> fields) {
        conversations.get(conversation);
        Map<String, Object> from = messages.get(conversation, text(fields, "forkPointMessageId"));
        return copy(addBranch(conversation, fields, text(from, "branchId"), text(from, "id")));
    }

    synchronized Map<String, Object> updateBranch(String conversation, String id, Map<String, Object> fields) {
        return update(branch(conversation, id), fields);
    }

    synchronized void deleteBranch(String conversation, String id) {
        if (Boolean.TRUE.equals(branch(conversation, id).get("isMain"))) {
            throw ServiceError.of(400, "VALIDATION_ERROR", "The main branch cannot be deleted");
        }
        branches.remove(id);
        shown.remove(id);
        messages.rows.values().removeIf(message -> id.equals(message.get("branchId")));
    }

    /** Appends what only the branch shows to the branch it came from. */
    synchronized Map<String, Object> merge(String conversation, String id) {
        Map<String, Object> branch = branch(conversation, id);
        Object parent = branch.get("parentBranchId");
        if (parent == null) {
            throw ServiceError.of(400, "VALIDATION_ERROR", "The main branch cannot be merged");
        }
        List<String> into = shown(parent.toString());
        shown(id).stream().filter(message -> !into.contains(message)).forEach(into::add);
        return update(branch, Map.of("isActive", false));
    }

    synchronized List<Map<String, Object>> messages(String conversation, @Nullable String branch) {
        conversations.get(conversation);
        if (branch == null) {
            return messages.of(conversation);
        }
        branch(conversation, branch);
        return shown(branch).stream()
                .filter(messages.rows::containsKey)
                .map(id -> copy(messages.get(id)))
                .toList();
    }

    /** Stores a message; without a branch in the main one. */
    synchronized Map<String, Object> addMessage(
            String conversation, @Nullable String branch, String role, String content) {
        return copy(store(conversation, branch, role, content));
    }

    /** Stores the answer to a request, with how it was made. */
    synchronized Map<String, Object> addAnswer(
            String conversation, @Nullable String branch, String content, ObjectNode request, String model) {
        Map<String, Object> message = store(conversation, branch, "assistant", content);
        String into = text(message, "branchId");
        Map<String, @Nullable Object> metadata = Json.object("model", fullName(model), "finishReason", "stop");
        metadata.put("temperature", request.path("temperature").asDouble(0.7));
        metadata.put("maxTokens", request.path("maxTokens").asInt(2048));
        metadata.put("responseTime", 850);
        metadata.put("cost", 0.0004);
        metadata.put("prompt_tokens", tokens(request.path("content").asText()));
        metadata.put("context_message_count", shown(into).size() - 1);
        metadata.put("context_truncated", false);
        metadata.put("checkpoint_used", !checkpoints(conversation, into).isEmpty());
        message.put("metadata", metadata);
        return copy(message);
    }

    private Map<String, Object> store(String conversation, @Nullable String branch, String role, String content) {
        String into = text(branch == null ? main(conversation) : branch(conversation, branch), "id");
        List<String> before = shown(into);
        Map<String, Object> message = row("msg");
        message.put("conversationId", conversation);
        message.put("branchId", into);
        if (!before.isEmpty()) {
            message.put("parentMessageId", before.get(before.size() - 1));
        }
        message.put("role", role);
        message.put("content", content);
        message.put("tokenCount", tokens(content));
        message.put("createdAt", now());
        before.add(text(message, "id"));
        return messages.add(message);
    }

    synchronized Map<String, Object> updateMessage(String id, String content) {
        Map<String, Object> message = messages.get(id);
        message.put("content", content);
        message.put("tokenCount", tokens(content));
        return copy(message);
    }

    synchronized void deleteMessage(String id) {
        messages.remove(id);
        shown.values().forEach(list -> list.remove(id));
    }

    synchronized List<Map<String, Object>> checkpoints(String conversation, @Nullable String branch) {
        conversations.get(conversation);
        return checkpoints.of(conversation).stream()
                .filter(checkpoint -> branch == null || branch.equals(checkpoint.get("branchId")))
                .toList();
    }

    synchronized Map<String, Object> createCheckpoint(String conversation, Map<String, Object> fields) {
        String branch = text(branch(conversation, text(fields, "branchId")), "id");
        String anchor = text(fields, "anchorMessageId");
        if (!shown(branch).contains(anchor)) {
            throw ServiceError.notFound("Message");
        }
        Map<String, Object> checkpoint = row("cp");
        checkpoint.put("conversationId", conversation);
        checkpoint.put("branchId", branch);
        checkpoint.put("anchorMessageId", anchor);
        return copy(summarize(checkpoints.add(checkpoint)));
    }

    synchronized Map<String, Object> recreate(String id) {
        return copy(summarize(checkpoints.get(id)));
    }

    synchronized void deleteCheckpoint(String id) {
        checkpoints.remove(id);
    }

    private Map<String, Object> summarize(Map<String, Object> checkpoint) {
        int end = shown(text(checkpoint, "branchId")).indexOf(text(checkpoint, "anchorMessageId")) + 1;
        String summary = "Summary of " + Math.max(end, 1) + " messages";
        checkpoint.put("summary", summary);
        checkpoint.put("tokenCount", tokens(summary));
        checkpoint.put("createdAt", now());
        return checkpoint;
    }

    /** @param parent null for the main branch */
    private Map<String, Object> addBranch(
            String conversation, Map<String, Object> fields, @Nullable String parent, @Nullable String forkPoint) {
        Map<String, Object> branch = row("br");
        branch.put("conversationId", conversation);
        if (parent != null) {
            branch.put("parentBranchId", parent);
        }
        if (forkPoint != null) {
            branch.put("forkPointMessageId", forkPoint);
        }
        branch.put("title", fields.get("title"));
        branch.put("contextMode", Objects.requireNonNullElse(fields.get("contextMode"), "FULL"));
        branch.put("isMain", parent == null);
        branch.put("isActive", true);
        branch.put("createdAt", now());
        fields.forEach(branch::putIfAbsent);
        List<String> before = parent == null ? List.of() : shown(parent);
        int end = forkPoint == null ? 0 : before.indexOf(forkPoint) + 1;
        shown.put(text(branch, "id"), new ArrayList<>(before.subList(0, end)));
        return branches.add(branch);
    }

    private Map<String, Object> branch(String conversation, String id) {
        conversations.get(conversation);
        return branches.get(conversation, id);
    }

    private Map<String, Object> main(String conversation) {
        conversations.get(conversation);
        return branches.rows.values().stream()
                .filter(branch -> conversation.equals(branch.get("conversationId")))
                .filter(branch -> Boolean.TRUE.equals(branch.get("isMain")))
                .findFirst()
                .orElseThrow(() -> ServiceError.notFound("Branch"));
    }

    private List<String> shown(String branch) {
        return shown.computeIfAbsent(branch, key -> new ArrayList<>());
    }

    private Map<String, Object> counted(Map<String, Object> conversation) {
        Map<String, Object> item = copy(conversation);
        String id = text(conversation, "id");
        item.put("messageCount", messages.of(id).size());
        item.put("branchCount", branches.of(id).size());
        return item;
    }

    private static Map<String, Object> update(Map<String, Object> row, Map<String, Object> fields) {
        fields.forEach((name, value) -> {
            if (!name.equals("id")) {
                row.put(name, value);
            }
        });
        row.put("updatedAt", now());
        return copy(row);
    }

    private Map<String, Object> row(String kind) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", kind + "_" + ++number);
        return row;
    }

    private static Map<String, Object> copy(Map<String, Object> row) {
        return new LinkedHashMap<>(row);
    }

    private static String text(Map<String, Object> row, String name) {
        return String.valueOf(row.get(name));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** About one token for four characters, at least one. */
    static int tokens(String text) {
        return Math.max(1, text.length() / 4);
    }

    /** The name of a model as responses have it. */
    static String fullName(String model) {
        return model + "-2025-08-07";
    }

    /** The same fields with names in snake_case. */
    static Map<String, Object> snakeCase(Map<String, Object> fields) {
        Map<String, Object> snake = new LinkedHashMap<>();
        fields.forEach(
                (name, value) -> snake.put(name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT), value));
        return snake;
    }
}
