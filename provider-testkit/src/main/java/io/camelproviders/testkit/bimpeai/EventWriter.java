/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.bimpeai.Misbehaviour.Form;
import io.camelproviders.testkit.bimpeai.Misbehaviour.FormKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A message as server-sent event (WHATWG HTML, chapter 9.2), in good form or in a scripted one. */
final class EventWriter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "\"message\":\"";

    private EventWriter() {}

    static byte[] heartbeat(Instant now) {
        return ("event: heartbeat\ndata: {\"ts\":" + now.getEpochSecond() + "}\n\n").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] event(FakeMessage message, List<Form> forms) {
        Map<FormKind, String> form = new EnumMap<>(FormKind.class);
        forms.forEach(one -> form.put(one.kind(), one.text()));
        StringBuilder event = new StringBuilder(form.getOrDefault(FormKind.BEFORE, ""));
        if (form.containsKey(FormKind.RETRY)) {
            event.append("retry: ").append(form.get(FormKind.RETRY)).append('\n');
        }
        if (!form.containsKey(FormKind.NO_ID)) {
            event.append("id: ").append(message.id()).append('\n');
        }
        if (!form.containsKey(FormKind.NO_EVENT)) {
            event.append("event: message\n");
        }
        String data = data(message, form);
        event.append("data: ").append(data).append("\n\n");
        String text = event.toString();
        if (form.containsKey(FormKind.CR)) {
            text = text.replace('\n', '\r');
        } else if (form.containsKey(FormKind.CRLF)) {
            text = text.replace("\n", "\r\n");
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return form.containsKey(FormKind.INVALID_UTF8) ? spoil(bytes, text) : bytes;
    }

    /** An event up to the first byte of a two-byte character. It ends there, so its text needs not be the message's. */
    static byte[] upToHalfCharacter(FakeMessage message) {
        byte[] start = ("id: " + message.id() + "\nevent: message\ndata: {\"id\":\"" + message.id()
                        + "\",\"message\":\"caf")
                .getBytes(StandardCharsets.UTF_8);
        return join(start, new byte[] {(byte) 0xC3});
    }

    private static String data(FakeMessage message, Map<FormKind, String> form) {
        ObjectNode node = message.asStreamMessage();
        if (form.containsKey(FormKind.UNKNOWN_ROLE)) {
            node.put("role", "supervisor");
        }
        if (form.containsKey(FormKind.WRONG_TYPE)) {
            node.put("id", 17);
            node.putObject("message").put("text", message.text());
        }
        try {
            String data = JSON.writeValueAsString(node);
            return form.containsKey(FormKind.MALFORMED) ? data.substring(0, data.length() - 2) : data;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree is always writable", e);
        }
    }

    /** Puts broken bytes at the beginning of the message's text. */
    private static byte[] spoil(byte[] bytes, String text) {
        int mark = text.indexOf(MARK);
        int at = mark < 0
                ? bytes.length
                : text.substring(0, mark + MARK.length()).getBytes(StandardCharsets.UTF_8).length;
        byte[] head = Arrays.copyOf(bytes, at);
        byte[] tail = Arrays.copyOfRange(bytes, at, bytes.length);
        return join(join(head, Misbehaviour.brokenUtf8()), tail);
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(first.length + second.length);
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
