/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state that outlives the process: messages, and which writes were answered. One JSON object a line, written before anybody sees the
 * message; an incomplete line, left by a killed process, is skipped. Guarded by the store.
 */
final class StoreFile implements AutoCloseable {

    private final Map<String, List<FakeMessage>> messages = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, JsonNode> writes = new LinkedHashMap<>();
    private final BufferedWriter file;

    /** Reads the file and appends to it. */
    StoreFile(Path path) {
        try {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            if (Files.exists(path)) {
                Files.readAllLines(path, StandardCharsets.UTF_8).forEach(this::read);
            }
            file = Files.newBufferedWriter(
                    path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            // An incomplete line ends here.
            file.write("\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + path + " cannot be read or written", e);
        }
    }

    private void read(String line) {
        JsonNode node;
        try {
            node = Json.read(line);
        } catch (IllegalArgumentException e) {
            return;
        }
        if (node.has("key")) {
            writes.put(node.path("key").asText(), node);
        } else if (node.has("id")) {
            FakeMessage message = new FakeMessage(
                    node.path("id").asText(),
                    node.path("conversation_id").asText(),
                    node.path("role").asText(),
                    node.path("message").asText(),
                    Instant.parse(node.path("created_at").asText()));
            ids.add(message.id());
            messages.computeIfAbsent(message.conversationId(), key -> new ArrayList<>())
                    .add(message);
        }
    }

    /** The messages of this conversation from earlier starts. */
    List<FakeMessage> messages(String conversationId) {
        return messages.getOrDefault(conversationId, List.of());
    }

    /** Whether a message of an earlier start has this id. */
    boolean knows(String id) {
        return ids.contains(id);
    }

    /** Restores which writes were answered, and how. */
    void restore(Idempotency idempotency) {
        writes.forEach((key, node) -> idempotency.restore(
                key,
                node.path("write").asText(),
                FakeResponse.text(
                        node.path("status").asInt(),
                        "application/json",
                        node.path("answer").asText())));
    }

    void append(FakeMessage message) {
        append(message.asStreamMessage());
    }

    void append(String key, String write, FakeResponse answer) {
        ObjectNode node = ResponseViews.object();
        node.put("key", key).put("write", write).put("status", answer.status());
        append(node.put("answer", answer.bodyText()));
    }

    private void append(ObjectNode node) {
        try {
            file.write(node.toString());
            file.write("\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be closed", e);
        }
    }
}
