/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import io.camelproviders.testkit.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a conversation, in all shapes that the official clients read: messages below messages, and branches below branches.
 *
 * @param shown messages that each branch shows
 */
record ConversationTree(
        List<Map<String, Object>> messages, List<Map<String, Object>> branches, Map<String, List<String>> shown) {

    Map<String, Object> of(Map<String, Object> conversation, Map<String, Object> main) {
        List<String> first = shown.getOrDefault(String.valueOf(main.get("id")), List.of());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("conversation", conversation);
        tree.put("tree", first.isEmpty() ? null : message(first.get(0)));
        tree.put("branches", below(null));
        tree.put("mainBranch", main);
        Map<String, @Nullable Object> metadata = Json.object("totalNodes", messages.size());
        metadata.put("totalBranches", branches.size());
        metadata.put("maxDepth", depth(null));
        tree.put("metadata", metadata);
        return tree;
    }

    private @Nullable Object message(String id) {
        for (Map<String, Object> message : messages) {
            if (id.equals(message.get("id"))) {
                Map<String, @Nullable Object> node =
                        Json.object("id", id, "content", message.get("content"), "role", message.get("role"));
                node.put("children", children(id));
                node.put("branchInfo", branchInfo(message.get("branchId")));
                return node;
            }
        }
        return null;
    }

    private List<@Nullable Object> children(String id) {
        List<@Nullable Object> children = new ArrayList<>();
        for (Map<String, Object> message : messages) {
            if (id.equals(message.get("parentMessageId"))) {
                children.add(message(String.valueOf(message.get("id"))));
            }
        }
        return children;
    }

    private @Nullable Object branchInfo(@Nullable Object id) {
        return branches.stream()
                .filter(branch -> Objects.equals(branch.get("id"), id))
                .map(branch -> Json.object("id", id, "title", branch.get("title")))
                .findFirst()
                .orElse(null);
    }

    private List<Object> below(@Nullable Object parent) {
        List<Object> nodes = new ArrayList<>();
        for (Map<String, Object> branch : branches) {
            if (Objects.equals(branch.get("parentBranchId"), parent)) {
                Object id = branch.get("id");
                Map<String, Object> counted = new LinkedHashMap<>(branch);
                int count = shown.getOrDefault(String.valueOf(id), List.of()).size();
                counted.put("_count", Map.of("messages", count));
                nodes.add(Map.of("branch", counted, "children", below(id)));
            }
        }
        return nodes;
    }

    private int depth(@Nullable Object parent) {
        return branches.stream()
                .filter(branch -> Objects.equals(branch.get("parentBranchId"), parent))
                .mapToInt(branch -> 1 + depth(branch.get("id")))
                .max()
                .orElse(0);
    }
}
