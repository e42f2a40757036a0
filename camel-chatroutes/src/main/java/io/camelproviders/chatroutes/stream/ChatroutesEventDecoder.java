/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.stream;

import io.camelproviders.chatroutes.model.Messages.Message;
import io.camelproviders.chatroutes.model.Messages.Usage;
import io.camelproviders.core.error.DecodeException;
import io.camelproviders.core.error.LogText;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.sse.Frame;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Frame in, event out. Stateless and thread-safe; whatever comes becomes an event. */
public final class ChatroutesEventDecoder {

    private static final String END_MARK = "[DONE]";
    private static final int LONGEST_MESSAGE = 500;
    private static final int DEEPEST = 4;

    private final Json json;

    /** Reads chunks with these limits. */
    public ChatroutesEventDecoder(Json json) {
        this.json = json;
    }

    /** The event that a frame holds. */
    public ChatroutesEvent decode(Frame frame) {
        String raw = frame.text();
        if (raw.strip().equals(END_MARK)) {
            return new ChatroutesEvent.Done();
        }
        try {
            Object chunk = json.plain(frame.data());
            return chunk instanceof Map<?, ?> fields
                    ? event(frame.type(), fields, raw)
                    : other(frame.type(), chunk, raw);
        } catch (DecodeException e) {
            return frame.type().equals("error") && !raw.stripLeading().startsWith("{")
                    ? new ChatroutesEvent.Fault(LogText.oneLine(raw, LONGEST_MESSAGE), null, raw)
                    : new ChatroutesEvent.Fault(
                            "a chunk cannot be read: " + e.details().message(), ChatroutesEvent.Fault.UNREADABLE, raw);
        }
    }

    private ChatroutesEvent event(String frameType, Map<?, ?> fields, String raw) {
        String type = fields.get("type") instanceof String said ? said : "";
        Object error = fields.get("error");
        boolean failed = error != null && !Boolean.FALSE.equals(error) && !"".equals(error);
        if (failed
                || type.equals("error")
                || frameType.equals("error")
                || Boolean.FALSE.equals(fields.get("success"))) {
            return fault(fields, raw);
        }
        if (type.equals("content") && (fields.get("content") == null || fields.get("content") instanceof String)) {
            return new ChatroutesEvent.Content(
                    fields.get("content") instanceof String text ? text : "",
                    text(fields.get("model")),
                    fields.get("created") instanceof Number number ? number.longValue() : null);
        }
        if (type.equals("complete")) {
            return new ChatroutesEvent.Complete(
                    part(
                            fields.get("message") == null ? fields.get("assistantMessage") : fields.get("message"),
                            Message.class),
                    part(fields.get("usage"), Usage.class),
                    text(fields.get("model")));
        }
        return new ChatroutesEvent.Unknown(type, raw);
    }

    private static ChatroutesEvent other(String frameType, @Nullable Object chunk, String raw) {
        return frameType.equals("error")
                ? new ChatroutesEvent.Fault(
                        chunk instanceof String text ? LogText.oneLine(text, LONGEST_MESSAGE) : "the answer failed",
                        null,
                        raw)
                : new ChatroutesEvent.Unknown("", raw);
    }

    private static ChatroutesEvent fault(Map<?, ?> fields, String raw) {
        Object error = fields.get("error");
        String message = said(fields, 0);
        Object code = error instanceof Map<?, ?> nested ? nested.get("code") : fields.get("code");
        if (code == null && fields.get("message") instanceof String && error instanceof String) {
            code = error;
        }
        return new ChatroutesEvent.Fault(
                message == null
                        ? "the answer failed and the service gave no cause"
                        : LogText.oneLine(message, LONGEST_MESSAGE),
                text(code),
                raw);
    }

    private static @Nullable String said(@Nullable Object value, int depth) {
        if (value instanceof String text) {
            return text.isBlank() ? null : text.strip();
        }
        if (value instanceof Map<?, ?> fields && depth < DEEPEST) {
            for (String name : List.of("message", "error", "content", "detail", "reason")) {
                String text = said(fields.get(name), depth + 1);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    private <T> @Nullable T part(@Nullable Object value, Class<T> type) {
        return value instanceof Map<?, ?> ? json.convert(value, type) : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : value instanceof Number number ? number.toString() : null;
    }
}
