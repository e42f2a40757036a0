/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.Responder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes one answer as server-sent events, well or as it was told. */
final class AnswerStream {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Characters of a piece: the answer "Hello" comes as "Hel" and "lo". */
    private static final int PIECE = 3;

    /** Between the first piece and a break, so that the piece arrives first on a machine that is not busy. */
    private static final Duration BREATH = Duration.ofMillis(50);

    private final Responder responder;
    private final BodyStream body;
    private final @Nullable Misbehaviour how;

    AnswerStream(Responder responder, @Nullable Misbehaviour how) {
        this.how = how;
        this.responder = responder;
        this.body = responder.stream(200, "Content-Type", "text/event-stream", "Cache-Control", "no-cache");
    }

    void write(Map<?, ?> sent) {
        Map<?, ?> message = (Map<?, ?>) Objects.requireNonNull(sent.get("message"));
        String text = String.valueOf(message.get("content"));
        String model = String.valueOf(sent.get("model"));
        if (how == Misbehaviour.UNKNOWN_CHUNK) {
            chunk(object("type", "thinking", "text", "…"));
        }
        if (how == Misbehaviour.ERROR_FIRST) {
            chunk(object("error", "Quota exceeded"));
            finish();
            return;
        }
        if (!pieces(text, model)) {
            return;
        }
        if (how != Misbehaviour.NO_COMPLETE) {
            Map<String, Object> complete = object("type", "complete", "message", message);
            complete.put("usage", Objects.requireNonNull(sent.get("usage")));
            complete.put("model", model);
            chunk(complete);
        }
        finish();
    }

    /** Whether the answer goes on behind the pieces. */
    private boolean pieces(String text, String model) {
        int number = 0;
        for (int from = 0; from < text.length(); number++) {
            int to = Math.min(text.length(), from + PIECE);
            if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
                to++;
            }
            Map<String, Object> piece = object("type", "content", "content", text.substring(from, to));
            piece.put("model", model);
            if (number == 1 && how == Misbehaviour.BAD_JSON_CHUNK) {
                line("data: {\"type\":\"content\",\"cont");
                line("");
            } else {
                chunk(piece);
            }
            if (number == 0 && broken()) {
                return false;
            }
            from = to;
        }
        return true;
    }

    /** What happens after the first piece. */
    private boolean broken() {
        if (how == null) {
            return false;
        }
        switch (how) {
            case DROP_MID_STREAM -> responder.after(BREATH, body::cut);
            case RESET_MID_STREAM -> responder.after(BREATH, body::reset);
            case STALL_MID_STREAM -> {
                return true;
            }
            case ERROR_CHUNK -> {
                chunk(object("type", "error", "message", "The model failed"));
                finish();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void finish() {
        if (how != Misbehaviour.NO_DONE) {
            line("data:" + (how == Misbehaviour.NO_BLANK ? "" : " ") + "[DONE]");
            line("");
        }
        body.end();
    }

    private void chunk(Map<String, Object> fields) {
        if (how == Misbehaviour.COMMENTS) {
            line(": still here");
            line("event: message");
            line("id: 7");
        }
        line("data:" + (how == Misbehaviour.NO_BLANK ? "" : " ") + json(fields));
        line("");
    }

    private void line(String text) {
        byte[] bytes = (text + (how == Misbehaviour.CRLF ? "\r\n" : "\n")).getBytes(StandardCharsets.UTF_8);
        if (how == Misbehaviour.ONE_BYTE_PIECES) {
            for (byte one : bytes) {
                body.write(new byte[] {one});
            }
        } else {
            body.write(bytes);
        }
    }

    private static Map<String, Object> object(String name, Object value, String other, Object otherValue) {
        Map<String, Object> object = object(name, value);
        object.put(other, otherValue);
        return object;
    }

    private static Map<String, Object> object(String name, Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(name, value);
        return object;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values are always writable", e);
        }
    }
}
