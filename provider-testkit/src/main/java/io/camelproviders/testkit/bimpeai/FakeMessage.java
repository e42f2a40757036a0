/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * A message of a conversation.
 *
 * @param id             opaque, in no order
 * @param conversationId the conversation it belongs to
 * @param role           who wrote it, such as {@code customer} or {@code assistant}
 * @param text           the text
 * @param createdAt      when it was written, in milliseconds
 */
public record FakeMessage(String id, String conversationId, String role, String text, Instant createdAt) {

    /** Always three decimals, as the one realistic sample shows. */
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    /** The message as calls return it: without conversation id. */
    ObjectNode asMessage() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("role", role);
        node.put("message", text);
        node.put("message_type", "text");
        node.put("created_at", iso(createdAt));
        node.putArray("attachments");
        return node;
    }

    /** The message as a stream has it. */
    ObjectNode asStreamMessage() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("conversation_id", conversationId);
        node.put("role", role);
        node.put("message", text);
        node.put("message_type", "text");
        return node.put("created_at", iso(createdAt));
    }

    /** The message as a server-sent event. */
    byte[] asEvent() {
        return ("id: " + id + "\nevent: message\ndata: " + Json.text(asStreamMessage()) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static String iso(Instant instant) {
        return ISO.format(instant);
    }
}
