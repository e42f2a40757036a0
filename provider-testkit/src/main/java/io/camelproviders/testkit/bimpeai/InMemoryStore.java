/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.ServiceError;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The state of the service. Guarded by this: callers hold its monitor. */
final class InMemoryStore {

    private final Map<String, Map<String, ObjectNode>> tables = new LinkedHashMap<>();
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private Clock clock = Clock.systemUTC();
    private long numbers;
    private @Nullable StoreFile file;

    void file(StoreFile next) {
        file = next;
    }

    void clock(Clock next) {
        clock = next;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** A new id. Its number is scrambled, so that nobody relies on an order of ids. */
    String newId(String prefix) {
        String id = nextId(prefix);
        while (file != null && file.knows(id)) {
            id = nextId(prefix);
        }
        return id;
    }

    private String nextId(String prefix) {
        long scrambled = ++numbers * 0x9E3779B97F4A7C15L;
        scrambled ^= scrambled >>> 31;
        return prefix + "_" + Long.toUnsignedString(scrambled, 36);
    }

    /** The rows of a table in the order of their creation, by id. */
    Map<String, ObjectNode> table(String name) {
        return tables.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    /** The row of this id, or 404. */
    ObjectNode row(String table, String id) {
        ObjectNode row = table(table).get(id);
        if (row == null) {
            throw ServiceError.notFound("Resource");
        }
        return row;
    }

    /** Stores the row under its id. */
    ObjectNode add(String table, ObjectNode row) {
        table(table).put(row.path("id").asText(), row);
        return row;
    }

    /** The name of a table that belongs to the agent of the path, or 404. */
    String ofAgent(OperationRequest request, String table) {
        row("agents", request.id("agent"));
        return "agents/" + request.id("agent") + "/" + table;
    }

    /** Removes the row of this id, or 404. */
    void remove(String table, String id) {
        if (table(table).remove(id) == null) {
            throw ServiceError.notFound("Resource");
        }
    }

    /** A row with id, the fields of the body, and both times. */
    ObjectNode newRow(String prefix, ObjectNode body) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", newId(prefix));
        row.setAll(body);
        row.put("created_at", FakeMessage.iso(now()));
        row.put("updated_at", FakeMessage.iso(now()));
        return row;
    }

    /** Writes the fields of the body over the row's. */
    ObjectNode update(ObjectNode row, ObjectNode body) {
        ObjectNode fields = body.deepCopy();
        fields.remove("id");
        row.setAll(fields);
        row.put("updated_at", FakeMessage.iso(now()));
        return row;
    }

    Conversation addConversation(String agentId, ObjectNode given) {
        row("agents", agentId);
        ObjectNode detail = ResponseViews.conversation(newRow("cv", given));
        Conversation conversation = new Conversation(detail.path("id").asText(), agentId, detail);
        conversations.put(conversation.id(), conversation);
        if (file != null) {
            file.messages(conversation.id()).forEach(conversation::add);
        }
        return conversation;
    }

    List<Conversation> conversationsOf(String agentId) {
        row("agents", agentId);
        List<Conversation> found = new ArrayList<>();
        for (Conversation conversation : conversations.values()) {
            if (conversation.agentId().equals(agentId)) {
                found.add(conversation);
            }
        }
        return found;
    }

    /** The conversation of this agent, or 404. */
    Conversation conversation(String agentId, String id) {
        row("agents", agentId);
        Conversation conversation = conversation(id);
        if (!conversation.agentId().equals(agentId)) {
            throw ServiceError.notFound("Resource");
        }
        return conversation;
    }

    Conversation conversation(String id) {
        Conversation conversation = conversations.get(id);
        if (conversation == null) {
            throw ServiceError.notFound("Resource");
        }
        return conversation;
    }

    FakeMessage addMessage(Conversation conversation, String role, String text) {
        Instant now = now();
        FakeMessage message = new FakeMessage(newId("m"), conversation.id(), role, text, now);
        if (file != null) {
            file.append(message);
        }
        conversation.add(message);
        ObjectNode detail = conversation.detail();
        detail.put("last_message_at", FakeMessage.iso(now));
        detail.put("last_message_preview", text.length() > 80 ? text.substring(0, 80) : text);
        detail.put("updated_at", FakeMessage.iso(now));
        return message;
    }
}
