/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * A message that the fake holds. Small, because a burst makes many.
 *
 * @param id             opaque: its order says nothing
 * @param conversationId where it was said
 * @param role           who said it, such as {@code customer} or {@code assistant}
 * @param text           what was said
 * @param createdAt      when, in milliseconds
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

    /** The message as a stream carries it. */
    ObjectNode asStreamMessage() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        node.put("conversation_id", conversationId);
        node.put("role", role);
        node.put("message", text);
        node.put("message_type", "text");
        node.put("created_at", iso(createdAt));
        return node;
    }

    static String iso(Instant instant) {
        return ISO.format(instant);
    }
}
