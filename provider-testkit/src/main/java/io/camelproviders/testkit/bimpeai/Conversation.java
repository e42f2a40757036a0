/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** One conversation: its fields (guarded by the store) and its messages (guarded by this). */
final class Conversation {

    private final String id;
    private final String agentId;
    private final ObjectNode detail;
    private final List<FakeMessage> messages = new ArrayList<>();
    private final Map<String, Integer> indexes = new HashMap<>();

    Conversation(String id, String agentId, ObjectNode detail) {
        this.id = id;
        this.agentId = agentId;
        this.detail = detail;
    }

    String id() {
        return id;
    }

    String agentId() {
        return agentId;
    }

    ObjectNode detail() {
        return detail;
    }

    synchronized void add(FakeMessage message) {
        indexes.put(message.id(), messages.size());
        messages.add(message);
    }

    synchronized List<FakeMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized int size() {
        return messages.size();
    }

    synchronized @Nullable FakeMessage at(int index) {
        return index < messages.size() ? messages.get(index) : null;
    }

    synchronized @Nullable FakeMessage byId(String messageId) {
        Integer index = indexes.get(messageId);
        return index == null ? null : messages.get(index);
    }

    /**
     * The index of the first message after this offset. A message written at exactly this time is not included; no source specifies
     * whether the real server includes it.
     *
     * @param after a message id or an ISO-8601 time
     * @return empty if it is neither
     */
    synchronized OptionalInt indexAfter(String after) {
        Integer index = indexes.get(after);
        if (index != null) {
            return OptionalInt.of(index + 1);
        }
        Instant time;
        try {
            time = Instant.parse(after);
        } catch (DateTimeParseException e) {
            return OptionalInt.empty();
        }
        int first = messages.size();
        while (first > 0 && messages.get(first - 1).createdAt().isAfter(time)) {
            first--;
        }
        return OptionalInt.of(first);
    }
}
