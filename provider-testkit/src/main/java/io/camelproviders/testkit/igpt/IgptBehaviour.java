/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import io.camelproviders.testkit.BodyStream;
import io.camelproviders.testkit.Responder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** One way to answer a request, well or badly. */
@FunctionalInterface
public interface IgptBehaviour {

    /** Called on the server's thread; must not block. */
    void answer(IgptExchange exchange);

    // --- as the service does

    /** The answer that echoes the request; a stream if one is asked for. */
    static IgptBehaviour ordinary() {
        return exchange -> {
            if (exchange.streaming() && exchange.operation().startsWith("recall/")) {
                events(exchange.lines().toArray(String[]::new)).answer(exchange);
            } else {
                exchange.responder().json(200, exchange.answer());
            }
        };
    }

    /** This JSON with status 200. */
    static IgptBehaviour json(Object body) {
        return exchange -> exchange.responder().json(200, body);
    }

    /** {@code {"error": word}} with status 200, as plain JSON also to a request for a stream. */
    static IgptBehaviour error(String word) {
        return json(Map.of("error", word));
    }

    /** A stream of these JSON texts, one event each, that ends well. */
    static IgptBehaviour events(String... lines) {
        return body("data: " + String.join("\n\ndata: ", lines) + (lines.length == 0 ? "" : "\n\n"));
    }

    /** A stream of exactly this body, in one piece, that ends well. */
    static IgptBehaviour body(String body) {
        return exchange -> {
            BodyStream stream = open(exchange.responder());
            stream.write(body);
            stream.end();
        };
    }

    // --- late

    /** Another behaviour after a wait. */
    static IgptBehaviour delayed(Duration delay, IgptBehaviour then) {
        return exchange -> exchange.responder().after(delay, () -> then.answer(exchange));
    }

    /** The ordinary stream with a wait before each event. */
    static IgptBehaviour slow(Duration between) {
        return exchange -> {
            BodyStream stream = open(exchange.responder());
            slowly(exchange.responder(), stream, exchange.lines(), 0, between);
        };
    }

    /** The ordinary stream, stopped after so many events; the connection stays open and silent. */
    static IgptBehaviour stall(int after) {
        return exchange -> first(exchange, after);
    }

    /** Never an answer; the connection stays open. */
    static IgptBehaviour silence() {
        return exchange -> exchange.responder().silence();
    }

    // --- broken

    /** A status with a JSON error. */
    static IgptBehaviour status(int status) {
        return exchange -> exchange.responder().json(status, Map.of("error", "status_" + status));
    }

    /** A status that says how long to wait: seconds or an HTTP date. */
    static IgptBehaviour status(int status, String retryAfter) {
        return exchange ->
                exchange.responder().json(status, Map.of("error", "status_" + status), "Retry-After", retryAfter);
    }

    /** A page of a proxy with status 200. */
    static IgptBehaviour html() {
        return exchange -> exchange.responder()
                .respond(200, "<html><body>Please log in</body></html>", "Content-Type", "text/html");
    }

    /** Status 200 and nothing else. */
    static IgptBehaviour empty() {
        return exchange -> exchange.responder().respond(200, "");
    }

    /** The ordinary answer or stream in gzip, whether it was asked for or not. */
    static IgptBehaviour compressed() {
        return exchange -> {
            boolean stream = exchange.streaming();
            String body = stream
                    ? "data: " + String.join("\n\ndata: ", exchange.lines()) + "\n\n"
                    : IgptBodies.json(exchange.answer());
            String type = stream ? "text/event-stream" : "application/json";
            exchange.responder().respond(200, gzip(body), "Content-Type", type, "Content-Encoding", "gzip");
        };
    }

    /** The connection is reset instead of an answer. */
    static IgptBehaviour drop() {
        return exchange -> exchange.responder().reset();
    }

    /** The connection is cut inside the body after so many events. */
    static IgptBehaviour dropMidStream(int after) {
        return exchange -> {
            BodyStream stream = first(exchange, after);
            // The client shall have read what was sent before it sees the end.
            stream.onDrained(stream::cut);
        };
    }

    /** The stream ends well but without its last event: a run without {@code run.done}. */
    static IgptBehaviour withoutEnd() {
        return exchange -> first(exchange, exchange.lines().size() - 1).end();
    }

    /** An error as the event after so many. */
    static IgptBehaviour errorMidStream(int after, String word) {
        return exchange -> {
            BodyStream stream = first(exchange, after);
            stream.write("data: {\"error\":\"" + word + "\"}\n\n");
            stream.end();
        };
    }

    /** Instead of the event after so many, a line that is no JSON. */
    static IgptBehaviour malformedChunk(int after) {
        return exchange -> {
            BodyStream stream = first(exchange, after);
            stream.write("data: {\"type\":\"run.output_text.delta\",\"del\n\n");
            List<String> lines = exchange.lines();
            lines.subList(Math.min(after + 1, lines.size()), lines.size())
                    .forEach(line -> stream.write("data: " + line + "\n\n"));
            stream.end();
        };
    }

    /** The two events before the last one change places. */
    static IgptBehaviour outOfOrder() {
        return exchange -> {
            List<String> lines = new ArrayList<>(exchange.lines());
            Collections.swap(lines, lines.size() - 3, lines.size() - 2);
            events(lines.toArray(String[]::new)).answer(exchange);
        };
    }

    /** Events without end until the client goes, each with so many characters of text. */
    static IgptBehaviour endless(int characters) {
        return exchange -> {
            BodyStream stream = open(exchange.responder());
            String text = "x".repeat(characters);
            more(exchange, stream, text, 0);
        };
    }

    // --- unusual but right

    /** The ordinary stream as JSON lines without {@code data:}. */
    static IgptBehaviour bareJsonLines() {
        return exchange -> body(String.join("\n", exchange.lines()) + "\n").answer(exchange);
    }

    /** The ordinary stream with CRLF, comments, other fields, no blank after the colon and a {@code [DONE]}. */
    static IgptBehaviour decorated() {
        return exchange -> {
            String body = ": welcome\r\nretry: 5\r\n\r\nevent: message\r\nid: 1\r\ndata:"
                    + String.join("\r\n\r\n: ping\r\n\r\ndata:", exchange.lines())
                    + "\r\n\r\ndata: [DONE]\r\n\r\n";
            body(body).answer(exchange);
        };
    }

    /** The ordinary stream, its last line without an end. */
    static IgptBehaviour unterminatedLastLine() {
        return exchange ->
                body("data: " + String.join("\ndata: ", exchange.lines())).answer(exchange);
    }

    /** The ordinary stream, each byte in a piece of its own. */
    static IgptBehaviour bytewise() {
        return exchange -> {
            BodyStream stream = open(exchange.responder());
            String body = "data: " + String.join("\n\ndata: ", exchange.lines()) + "\n\n";
            for (byte one : body.getBytes(StandardCharsets.UTF_8)) {
                stream.write(new byte[] {one});
            }
            stream.end();
        };
    }

    private static BodyStream open(Responder responder) {
        return responder.stream(200, "Content-Type", "text/event-stream");
    }

    private static BodyStream first(IgptExchange exchange, int count) {
        BodyStream stream = open(exchange.responder());
        List<String> lines = exchange.lines();
        lines.subList(0, Math.min(count, lines.size())).forEach(line -> stream.write("data: " + line + "\n\n"));
        return stream;
    }

    private static void slowly(Responder responder, BodyStream stream, List<String> lines, int at, Duration between) {
        if (at == lines.size()) {
            stream.end();
        } else if (stream.open()) {
            responder.after(between, () -> {
                stream.write("data: " + lines.get(at) + "\n\n");
                slowly(responder, stream, lines, at + 1, between);
            });
        }
    }

    private static void more(IgptExchange exchange, BodyStream stream, String text, int seq) {
        if (stream.open()) {
            boolean run = exchange.operation().equals("recall/run");
            String head = run ? "{\"type\":\"run.output_text.delta\",\"seq\":" + seq + "," : "{";
            stream.write("data: " + head + "\"delta\":\"" + text + "\"}\n\n");
            // By way of the loop: with nothing waiting, the step would run inside this one, and so on.
            stream.onDrained(
                    () -> exchange.responder().after(Duration.ZERO, () -> more(exchange, stream, text, seq + 1)));
        }
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
