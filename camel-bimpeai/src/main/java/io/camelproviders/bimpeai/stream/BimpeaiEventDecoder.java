/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.stream;

import io.camelproviders.bimpeai.model.Messages.StreamMessage;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.sse.Frame;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Frames to events. Nothing is dropped: what cannot be read is {@link BimpeaiEvent.Malformed}, what is not known {@link
 * BimpeaiEvent.Unknown}. A frame without a type counts as a message if
 * it looks like one. Stateless and thread-safe.
 */
public final class BimpeaiEventDecoder {

    private static final int MAX_RAW = 8_192;
    private static final int MAX_TYPE = 100;

    private final Json json;

    /** @param json reads payloads, bounded by the longest event */
    public BimpeaiEventDecoder(Json json) {
        this.json = json;
    }

    /** What the frame means. */
    public BimpeaiEvent decode(Frame frame) {
        return switch (frame.type()) {
            case "message", "" -> message(frame);
            case "heartbeat" -> new BimpeaiEvent.Heartbeat();
            default -> new BimpeaiEvent.Unknown(LogText.oneLine(frame.type(), MAX_TYPE), raw(frame));
        };
    }

    private BimpeaiEvent message(Frame frame) {
        StreamMessage message;
        try {
            message = read(frame);
        } catch (DecodeException e) {
            return new BimpeaiEvent.Malformed(raw(frame), e.details().message());
        }
        if (message.id() == null && message.role() == null && message.message() == null) {
            return new BimpeaiEvent.Unknown(LogText.oneLine(frame.type(), MAX_TYPE), raw(frame));
        }
        String id = id(frame, message);
        return id == null
                ? new BimpeaiEvent.Malformed(raw(frame), "the message has no id, neither in the frame nor in its JSON")
                : new BimpeaiEvent.Message(named(message, id), id);
    }

    /** An event stream is decoded with replacement characters (WHATWG HTML, section 9.2.5), which JSON alone is not. */
    private StreamMessage read(Frame frame) {
        try {
            return json.read(frame.data(), StreamMessage.class);
        } catch (DecodeException e) {
            String text = frame.text();
            if (text.indexOf('\uFFFD') < 0) {
                throw e;
            }
            return json.read(text.getBytes(StandardCharsets.UTF_8), StreamMessage.class);
        }
    }

    /** The frame's own id; an id left over from an earlier frame would not move the offset past this message. */
    private static @Nullable String id(Frame frame, StreamMessage message) {
        String own = frame.ownId() ? frame.id() : null;
        String id = own == null || own.isBlank() ? message.id() : own;
        return id == null || id.isBlank() ? null : id;
    }

    /** A message is never handed on without an id, even if only its frame had one. */
    private static StreamMessage named(StreamMessage message, String id) {
        return message.id() == null
                ? new StreamMessage(
                        id,
                        message.conversationId(),
                        message.role(),
                        message.message(),
                        message.messageType(),
                        message.createdAt(),
                        message.additionalProperties())
                : message;
    }

    private static String raw(Frame frame) {
        String text = frame.text();
        return text.length() > MAX_RAW ? text.substring(0, MAX_RAW) : text;
    }
}
