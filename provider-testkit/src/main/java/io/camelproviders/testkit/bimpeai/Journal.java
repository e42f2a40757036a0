/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.bimpeai.Idempotency.Kept;
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
 * What a fake must still know when its process is started again: what was said, and which writes were answered. One JSON object a line,
 * written before anybody sees the message; a line that a killed process left half is passed over. Guarded by the store.
 */
final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<FakeMessage>> messages = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, JsonNode> writes = new LinkedHashMap<>();
    private final BufferedWriter file;

    /** Reads what is there and goes on behind it. */
    Journal(Path path) {
        try {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            if (Files.exists(path)) {
                Files.readAllLines(path, StandardCharsets.UTF_8).forEach(this::read);
            }
            file = Files.newBufferedWriter(
                    path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            // Behind a half line a new one begins.
            file.write("\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + path + " cannot be read or written", e);
        }
    }

    private void read(String line) {
        JsonNode node;
        try {
            node = JSON.readTree(line);
        } catch (JsonProcessingException e) {
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

    /** What was said in this conversation before this start. */
    List<FakeMessage> messages(String conversationId) {
        return messages.getOrDefault(conversationId, List.of());
    }

    /** Whether a message of an earlier start has this id. */
    boolean knows(String id) {
        return ids.contains(id);
    }

    /** Gives back which writes were answered, and how. */
    void recall(Idempotency idempotency) {
        writes.forEach((key, node) -> idempotency.recall(
                key,
                node.path("write").asText(),
                new Kept(
                        node.path("status").asInt(),
                        node.path("answer").asText().getBytes(StandardCharsets.UTF_8))));
    }

    void said(FakeMessage message) {
        append(message.asStreamMessage());
    }

    void answered(String key, String write, Kept answer) {
        ObjectNode node = Shapes.object();
        node.put("key", key).put("write", write).put("status", answer.status());
        append(node.put("answer", new String(answer.body(), StandardCharsets.UTF_8)));
    }

    private void append(ObjectNode node) {
        try {
            file.write(node.toString());
            file.write("\n");
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be closed", e);
        }
    }
}
