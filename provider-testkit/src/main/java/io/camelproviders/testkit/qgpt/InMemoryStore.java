/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.qgpt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Stored conversations. Safe for all threads; the listener is called outside the lock. */
final class InMemoryStore {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final BiConsumer<String, Boolean> changes;
    private final Map<String, List<ObjectNode>> messages = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /**
     * @param changes gets each changed conversation, and whether it was deleted
     */
    InMemoryStore(BiConsumer<String, Boolean> changes) {
        this.changes = changes;
    }

    String create(String name) {
        String id = UUID.randomUUID().toString();
        open(id, name);
        return id;
    }

    /** A conversation that somebody names is there from then on. */
    void open(String id, String name) {
        synchronized (this) {
            if (messages.putIfAbsent(id, new ArrayList<>()) != null) {
                return;
            }
            names.put(id, name);
        }
        changes.accept(id, false);
    }

    String add(String conversation, String role, String text) {
        open(conversation, "");
        String id = UUID.randomUUID().toString();
        ObjectNode message = JSON.objectNode().put("id", id).put("role", role);
        message.set("created", now());
        message.set("updated", now());
        message.putObject("conversation").put("id", conversation);
        message.putObject("fragment").putObject("string").put("raw", text);
        synchronized (this) {
            messages.getOrDefault(conversation, new ArrayList<>()).add(message);
        }
        changes.accept(conversation, false);
        return id;
    }

    boolean delete(String conversation) {
        boolean known;
        synchronized (this) {
            known = messages.remove(conversation) != null;
        }
        if (known) {
            changes.accept(conversation, true);
        }
        return known;
    }

    synchronized Optional<ObjectNode> conversation(String id) {
        List<ObjectNode> known = messages.get(id);
        if (known == null) {
            return Optional.empty();
        }
        ObjectNode conversation =
                JSON.objectNode().put("id", id).put("type", "COPILOT").put("name", names.getOrDefault(id, ""));
        conversation.set("created", now());
        conversation.set("updated", now());
        ObjectNode flattened = conversation.putObject("messages");
        var iterable = flattened.putArray("iterable");
        known.forEach(
                message -> iterable.addObject().put("id", message.path("id").asText()));
        flattened.set("indices", indices(known));
        return Optional.of(conversation);
    }

    /** Newest first, so that a reader who trusts the order of the list is caught. */
    synchronized Optional<ObjectNode> messages(String conversation) {
        List<ObjectNode> known = messages.get(conversation);
        if (known == null) {
            return Optional.empty();
        }
        ObjectNode plural = JSON.objectNode();
        var iterable = plural.putArray("iterable");
        for (int i = known.size() - 1; i >= 0; i--) {
            iterable.add(known.get(i));
        }
        plural.set("indices", indices(known));
        return Optional.of(plural);
    }

    synchronized Optional<ObjectNode> message(String id) {
        return messages.values().stream()
                .flatMap(List::stream)
                .filter(message -> message.path("id").asText().equals(id))
                .findFirst();
    }

    private static ObjectNode indices(List<ObjectNode> known) {
        ObjectNode indices = JSON.objectNode();
        for (int i = 0; i < known.size(); i++) {
            indices.put(known.get(i).path("id").asText(), i);
        }
        return indices;
    }

    static ObjectNode now() {
        return JSON.objectNode().put("value", Instant.now().toString());
    }
}
