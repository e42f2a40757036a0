/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fake's conversations with their branches, messages and checkpoints, as plain JSON values. Safe for all threads. */
final class Book {

    private final Map<String, Map<String, Object>> conversations = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> branches = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> messages = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> checkpoints = new LinkedHashMap<>();
    /** Messages that each branch shows, those from before its fork included. */
    private final Map<String, List<String>> shown = new LinkedHashMap<>();

    private int number;

    synchronized Map<String, Object> createConversation(String user, Map<String, Object> fields) {
        Map<String, Object> conversation = new LinkedHashMap<>();
        conversation.put("id", id("conv"));
        conversation.put("userId", user);
        conversation.put("title", fields.get("title"));
        conversation.put("model", Objects.requireNonNullElse(fields.get("model"), "gpt-5"));
        conversation.put("createdAt", now());
        conversation.put("updatedAt", now());
        fields.forEach(conversation::putIfAbsent);
        String id = text(conversation, "id");
        conversations.put(id, conversation);
        addBranch(id, Map.of("title", "Main"), null, null, true);
        return copy(conversation);
    }

    synchronized List<Map<String, Object>> conversations(String user, String filter) {
        return conversations.values().stream()
                .filter(conversation -> !filter.equals("shared"))
                .filter(conversation -> !filter.equals("owned") || user.equals(conversation.get("userId")))
                .map(this::counted)
                .toList();
    }

    synchronized Map<String, Object> conversation(String id) {
        Map<String, Object> whole = copy(known(conversations, id, "Conversation"));
        whole.put("messages", of(messages, id));
        whole.put("branches", of(branches, id));
        return whole;
    }

    synchronized Map<String, Object> updateConversation(String id, Map<String, Object> fields) {
        return changed(known(conversations, id, "Conversation"), fields);
    }

    synchronized void deleteConversation(String id) {
        known(conversations, id, "Conversation");
        conversations.remove(id);
        List<String> gone =
                of(branches, id).stream().map(branch -> text(branch, "id")).toList();
        shown.keySet().removeAll(gone);
        List.of(branches, messages, checkpoints)
                .forEach(all -> all.values().removeIf(part -> id.equals(part.get("conversationId"))));
    }

    synchronized Map<String, Object> tree(String id) {
        Map<String, Object> conversation = counted(known(conversations, id, "Conversation"));
        List<Map<String, Object>> all = of(branches, id);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("conversation", conversation);
        tree.put("branches", nodes(all, null));
        tree.put("mainBranch", copy(main(id)));
        tree.put(
                "metadata",
                Map.of(
                        "totalNodes",
                        of(messages, id).size(),
                        "totalBranches",
                        all.size(),
                        "maxDepth",
                        depth(all, null)));
        return tree;
    }

    synchronized List<Map<String, Object>> branches(String conversation) {
        known(conversations, conversation, "Conversation");
        return of(branches, conversation);
    }

    synchronized Map<String, Object> createBranch(String conversation, Map<String, Object> fields) {
        known(conversations, conversation, "Conversation");
        Object base = fields.get("baseNodeId");
        return copy(addBranch(
                conversation, fields, text(main(conversation), "id"), base == null ? null : base.toString(), false));
    }

    synchronized Map<String, Object> fork(String conversation, Map<String, Object> fields) {
        known(conversations, conversation, "Conversation");
        Map<String, Object> from = known(messages, String.valueOf(fields.get("forkPointMessageId")), "Message");
        return copy(addBranch(conversation, fields, text(from, "branchId"), text(from, "id"), false));
    }

    synchronized Map<String, Object> updateBranch(String conversation, String id, Map<String, Object> fields) {
        return changed(branchOf(conversation, id), fields);
    }

    synchronized void deleteBranch(String conversation, String id) {
        if (Boolean.TRUE.equals(branchOf(conversation, id).get("isMain"))) {
            throw new Refused(400, "VALIDATION_ERROR", "The main branch cannot be deleted");
        }
        branches.remove(id);
        shown.remove(id);
        messages.values().removeIf(message -> id.equals(message.get("branchId")));
    }

    /** Appends what only the branch shows to the branch it came from. */
    synchronized Map<String, Object> merge(String conversation, String id) {
        Map<String, Object> branch = branchOf(conversation, id);
        Object parent = branch.get("parentBranchId");
        if (parent == null) {
            throw Refused.invalid("The main branch cannot be merged");
        }
        List<String> into = shown.computeIfAbsent(parent.toString(), key -> new ArrayList<>());
        shown.getOrDefault(id, List.of()).stream()
                .filter(message -> !into.contains(message))
                .forEach(into::add);
        branch.put("isActive", false);
        branch.put("updatedAt", now());
        return copy(branch);
    }

    synchronized List<Map<String, Object>> messages(String conversation, @Nullable String branch) {
        known(conversations, conversation, "Conversation");
        if (branch == null) {
            return of(messages, conversation);
        }
        branchOf(conversation, branch);
        return shown.getOrDefault(branch, List.of()).stream()
                .map(messages::get)
                .filter(Objects::nonNull)
                .map(Book::copy)
                .toList();
    }

    /** Stores a message; without a branch in the main one. */
    synchronized Map<String, Object> addMessage(
            String conversation, @Nullable String branch, String role, String content, @Nullable String model) {
        known(conversations, conversation, "Conversation");
        String into = branch == null ? text(main(conversation), "id") : text(branchOf(conversation, branch), "id");
        List<String> before = shown.computeIfAbsent(into, key -> new ArrayList<>());
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("id", id("msg"));
        message.put("conversationId", conversation);
        message.put("branchId", into);
        if (!before.isEmpty()) {
            message.put("parentMessageId", before.get(before.size() - 1));
        }
        message.put("role", role);
        message.put("content", content);
        message.put("tokenCount", tokens(content));
        message.put("createdAt", now());
        if (model != null) {
            message.put("metadata", Map.of("model", model, "finishReason", "stop", "prompt_tokens", tokens(content)));
        }
        messages.put(text(message, "id"), message);
        before.add(text(message, "id"));
        return copy(message);
    }

    synchronized Map<String, Object> updateMessage(String id, String content) {
        Map<String, Object> message = known(messages, id, "Message");
        message.put("content", content);
        message.put("tokenCount", tokens(content));
        return copy(message);
    }

    synchronized void deleteMessage(String id) {
        known(messages, id, "Message");
        messages.remove(id);
        shown.values().forEach(list -> list.remove(id));
    }

    synchronized List<Map<String, Object>> checkpoints(String conversation, @Nullable String branch) {
        known(conversations, conversation, "Conversation");
        return of(checkpoints, conversation).stream()
                .filter(checkpoint -> branch == null || branch.equals(checkpoint.get("branchId")))
                .toList();
    }

    synchronized Map<String, Object> createCheckpoint(String conversation, String branch, String anchor) {
        branchOf(conversation, branch);
        known(messages, anchor, "Message");
        Map<String, Object> checkpoint = new LinkedHashMap<>();
        checkpoint.put("id", id("cp"));
        checkpoint.put("conversationId", conversation);
        checkpoint.put("branchId", branch);
        checkpoint.put("anchorMessageId", anchor);
        sumUp(checkpoint);
        checkpoints.put(text(checkpoint, "id"), checkpoint);
        return copy(checkpoint);
    }

    synchronized Map<String, Object> recreate(String id) {
        Map<String, Object> checkpoint = known(checkpoints, id, "Checkpoint");
        sumUp(checkpoint);
        return copy(checkpoint);
    }

    synchronized void deleteCheckpoint(String id) {
        known(checkpoints, id, "Checkpoint");
        checkpoints.remove(id);
    }

    /** About a token for four characters, one at least. */
    static int tokens(String text) {
        return Math.max(1, text.length() / 4);
    }

    private void sumUp(Map<String, Object> checkpoint) {
        List<String> all = shown.getOrDefault(text(checkpoint, "branchId"), List.of());
        int end = all.indexOf(text(checkpoint, "anchorMessageId")) + 1;
        String summary = "Summary of " + Math.max(end, 1) + " messages";
        checkpoint.put("summary", summary);
        checkpoint.put("tokenCount", tokens(summary));
        checkpoint.put("createdAt", now());
    }

    private Map<String, Object> addBranch(
            String conversation,
            Map<String, Object> fields,
            @Nullable String parent,
            @Nullable String forkPoint,
            boolean main) {
        Map<String, Object> branch = new LinkedHashMap<>();
        branch.put("id", id("br"));
        branch.put("conversationId", conversation);
        if (parent != null) {
            branch.put("parentBranchId", parent);
        }
        if (forkPoint != null) {
            branch.put("forkPointMessageId", forkPoint);
        }
        branch.put("title", fields.get("title"));
        branch.put("contextMode", Objects.requireNonNullElse(fields.get("contextMode"), "FULL"));
        branch.put("isMain", main);
        branch.put("isActive", true);
        branch.put("createdAt", now());
        fields.forEach(branch::putIfAbsent);
        String id = text(branch, "id");
        branches.put(id, branch);
        List<String> before = parent == null ? List.of() : shown.getOrDefault(parent, List.of());
        int end = forkPoint == null ? 0 : before.indexOf(forkPoint) + 1;
        shown.put(id, new ArrayList<>(before.subList(0, end)));
        return branch;
    }

    private Map<String, Object> branchOf(String conversation, String id) {
        known(conversations, conversation, "Conversation");
        Map<String, Object> branch = known(branches, id, "Branch");
        if (!conversation.equals(branch.get("conversationId"))) {
            throw Refused.missing("Branch");
        }
        return branch;
    }

    private Map<String, Object> main(String conversation) {
        return branches.values().stream()
                .filter(branch -> conversation.equals(branch.get("conversationId")))
                .filter(branch -> Boolean.TRUE.equals(branch.get("isMain")))
                .findFirst()
                .orElseThrow(() -> Refused.missing("Branch"));
    }

    private List<Map<String, Object>> nodes(List<Map<String, Object>> all, @Nullable Object parent) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Map<String, Object> branch : all) {
            if (Objects.equals(branch.get("parentBranchId"), parent)) {
                Map<String, Object> counted = new LinkedHashMap<>(branch);
                String id = text(branch, "id");
                counted.put(
                        "_count",
                        Map.of("messages", shown.getOrDefault(id, List.of()).size()));
                nodes.add(Map.of("branch", counted, "children", nodes(all, id)));
            }
        }
        return nodes;
    }

    private static int depth(List<Map<String, Object>> all, @Nullable Object parent) {
        return all.stream()
                .filter(branch -> Objects.equals(branch.get("parentBranchId"), parent))
                .mapToInt(branch -> 1 + depth(all, branch.get("id")))
                .max()
                .orElse(0);
    }

    private Map<String, Object> counted(Map<String, Object> conversation) {
        Map<String, Object> item = copy(conversation);
        String id = text(conversation, "id");
        item.put("messageCount", of(messages, id).size());
        item.put("branchCount", of(branches, id).size());
        return item;
    }

    private static List<Map<String, Object>> of(Map<String, Map<String, Object>> all, String conversation) {
        return all.values().stream()
                .filter(part -> conversation.equals(part.get("conversationId")))
                .map(Book::copy)
                .toList();
    }

    private static Map<String, Object> changed(Map<String, Object> thing, Map<String, Object> fields) {
        fields.forEach((name, value) -> {
            if (!name.equals("id")) {
                thing.put(name, value);
            }
        });
        thing.put("updatedAt", now());
        return copy(thing);
    }

    private static Map<String, Object> known(Map<String, Map<String, Object>> all, String id, String what) {
        Map<String, Object> thing = all.get(id);
        if (thing == null) {
            throw Refused.missing(what);
        }
        return thing;
    }

    private static Map<String, Object> copy(Map<String, Object> thing) {
        return new LinkedHashMap<>(thing);
    }

    private static String text(Map<String, Object> thing, String name) {
        return String.valueOf(thing.get(name));
    }

    private String id(String kind) {
        return kind + "_" + ++number;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
