/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import io.camelproviders.testkit.EventStream;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/** Faults and unusual forms of responses that only iGPT can show. */
public final class IgptFaults {

    private IgptFaults() {}

    /** Answers {@code {"error": code}} with status 200, as plain JSON also where a stream was asked for. */
    public static Fault error(String code) {
        return Fault.respondJson(Map.of("error", code));
    }

    /** Sends an error as the event after so many, and ends the stream. */
    public static Fault errorAfter(int events, String code) {
        return Fault.events(all -> {
            List<String> some = new ArrayList<>(all.subList(0, Math.min(events, all.size())));
            some.add(EventStream.event("{\"error\":\"" + code + "\"}"));
            return some;
        });
    }

    /** Ends the stream properly but without its last event: a run without {@code run.done}. */
    public static Fault withoutLastEvent() {
        return Fault.events(all -> all.subList(0, all.size() - 1));
    }

    /** Sends a line that is no JSON instead of the event after so many. */
    public static Fault malformedEventAfter(int events) {
        return Fault.events(all -> {
            List<String> some = new ArrayList<>(all);
            some.set(events, EventStream.event("{\"type\":\"run.output_text.delta\",\"del"));
            return some;
        });
    }

    /** Swaps the two events before the last one. */
    public static Fault eventsOutOfOrder() {
        return Fault.events(all -> {
            List<String> some = new ArrayList<>(all);
            Collections.swap(some, some.size() - 3, some.size() - 2);
            return some;
        });
    }

    /** Streams text without end, so many characters at a time, until the client goes. */
    public static Fault endlessText(int characters) {
        String text = "x".repeat(characters);
        return Fault.endlessStream(
                seq -> "{\"type\":\"run.output_text.delta\",\"seq\":" + seq + ",\"delta\":\"" + text + "\"}");
    }

    /** Compresses the response, whether the client asked for it or not. */
    public static Fault compressed() {
        return Fault.changeResponse(response -> {
            StringBuilder body = new StringBuilder(response.bodyText());
            if (response.events() != null) {
                response.events().forEachRemaining(body::append);
            }
            String type = response.events() == null ? "application/json" : "text/event-stream";
            return FakeResponse.body(200, type, gzip(body.toString())).with("Content-Encoding", "gzip");
        });
    }

    /** Streams JSON lines without {@code data:}. */
    public static Fault bareJsonLines() {
        return wholeStream(payloads -> String.join("\n", payloads) + "\n");
    }

    /** Streams with CRLF, comments, other fields, no blank after the colon and a {@code [DONE]}. */
    public static Fault decorated() {
        return wholeStream(payloads -> ": welcome\r\nretry: 5\r\n\r\nevent: message\r\nid: 1\r\ndata:"
                + String.join("\r\n\r\n: ping\r\n\r\ndata:", payloads)
                + "\r\n\r\ndata: [DONE]\r\n\r\n");
    }

    /** Streams events without blank lines, the last line without its end. */
    public static Fault unterminatedLastLine() {
        return wholeStream(payloads -> "data: " + String.join("\ndata: ", payloads));
    }

    private static Fault wholeStream(Function<List<String>, String> body) {
        return Fault.events(all -> List.of(body.apply(all.stream()
                .map(event -> event.substring("data: ".length(), event.length() - 2))
                .toList())));
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
