/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.RequestKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Faults and unusual forms of events that only BimpeAI's message stream can show. */
public final class BimpeaiFaults {

    private static final String TEXT = "\"message\":\"";

    private BimpeaiFaults() {}

    /** A resumed stream begins so many messages too early. */
    record Overlap(int messages) implements Fault {}

    /** Begins a stream with {@code after} with the last messages before its offset, which were sent already. */
    public static Fault overlap(int messages) {
        return new Overlap(messages);
    }

    /** Sends the message named by {@code after} again. */
    public static Fault inclusiveAfter() {
        return new Overlap(1);
    }

    /** Refuses a ticket that was issued properly with 401. */
    public static Fault deadTicket() {
        return Fault.respond(401).on(RequestKind.STREAM);
    }

    /** Answers 200 with JSON that is no envelope. */
    public static Fault noEnvelope() {
        return Fault.respondJson(Map.of("ok", true));
    }

    /** Sends an event without {@code id:} line. */
    public static Fault noIdLine() {
        return Fault.event("id line", event -> event.replaceFirst("(?m)^id: .*\n", ""));
    }

    /** Sends an event without {@code event:} line. */
    public static Fault noEventLine() {
        return Fault.event("event line", event -> event.replaceFirst("(?m)^event: .*\n", ""));
    }

    /** Sends JSON that breaks off; the message is not sent in any other form. */
    public static Fault malformedJson() {
        return Fault.event("malformed", event -> event.substring(0, event.length() - 4) + "\n\n");
    }

    /** Sends a role that is in no list. */
    public static Fault unknownRole() {
        return Fault.event("role", event -> event.replaceFirst("\"role\":\"\\w+\"", "\"role\":\"supervisor\""));
    }

    /** Sends a number as the id and an object as the text. */
    public static Fault wrongTypes() {
        return Fault.event("types", event -> event.replaceFirst("\"id\":\"[^\"]*\"", "\"id\":17")
                .replaceFirst("\"message\":\"((?:[^\"\\\\]|\\\\.)*)\"", "\"message\":{\"text\":\"$1\"}"));
    }

    /** Puts bytes that are not UTF-8 at the beginning of the text. */
    public static Fault invalidUtf8() {
        return new Fault.Event("bytes", event -> {
            String text = new String(event, StandardCharsets.UTF_8);
            int at = text.substring(0, text.indexOf(TEXT) + TEXT.length()).getBytes(StandardCharsets.UTF_8).length;
            byte[] broken = {'b', 'r', 'o', 'k', 'e', 'n', ':', ' ', (byte) 0xC3, '('};
            byte[] spoiled = Arrays.copyOf(event, event.length + broken.length);
            System.arraycopy(event, at, spoiled, at + broken.length, event.length - at);
            System.arraycopy(broken, 0, spoiled, at, broken.length);
            return spoiled;
        });
    }

    /** Sends lines that end with a lone CR. */
    public static Fault crLines() {
        return Fault.event("line ends", event -> event.replace('\n', '\r'));
    }

    /** Sends lines that end with CR LF. */
    public static Fault crlfLines() {
        return Fault.event("line ends", event -> event.replace("\n", "\r\n"));
    }

    /** Sends a {@code retry:} line with this value in an event. */
    public static Fault retryLine(String value) {
        return Fault.event("retry line", event -> "retry: " + value + "\n" + event);
    }

    /** Sends an {@code event: error} before a message. */
    public static Fault errorEvent() {
        return Fault.before("event: error\ndata: {\"message\":\"upstream failed\"}\n\n");
    }

    /** Sends an event of a name that no source knows before a message. */
    public static Fault unknownEvent() {
        return Fault.before("event: typing\ndata: {\"role\":\"customer\"}\n\n");
    }
}
