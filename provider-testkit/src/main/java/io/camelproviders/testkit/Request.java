/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * One request as it came in.
 *
 * @param method     the method in the sender's spelling
 * @param target     path and query, undecoded
 * @param headers    all header lines in their order
 * @param body       the body, chunks joined
 * @param raw        head and body byte for byte, chunk framing included
 * @param connection number of the connection it came on, from 1
 * @param nanos      {@link System#nanoTime()} when it was complete
 */
public record Request(
        String method, String target, List<Header> headers, byte[] body, byte[] raw, long connection, long nanos) {

    /**
     * One header line as it was sent.
     *
     * @param name the name in the sender's spelling
     * @param value the value without leading and trailing blanks
     */
    public record Header(String name, String value) {}

    public Request {
        headers = List.copyOf(headers);
    }

    /** The path without the query, undecoded. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    /** The decoded parts between the slashes; a trailing slash gives an empty last part. */
    public List<String> pathSegments() {
        List<String> segments = new ArrayList<>();
        for (String segment : path().substring(1).split("/", -1)) {
            // URLDecoder is for forms, where a plus is a blank; in a path it stands for itself.
            segments.add(decode(segment.replace("+", "%2B")));
        }
        return segments;
    }

    /** The undecoded query, empty if there is none. */
    public String rawQuery() {
        int question = target.indexOf('?');
        return question < 0 ? "" : target.substring(question + 1);
    }

    /** The form-decoded query in the sender's order; of a repeated name the last one. */
    public LinkedHashMap<String, String> query() {
        LinkedHashMap<String, String> query = new LinkedHashMap<>();
        for (String pair : rawQuery().split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                query.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    /** The first header of this name, in any spelling. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as UTF-8. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The body as JSON; a missing node for an empty body.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    public JsonNode json() {
        return Json.read(bodyText());
    }

    /** Method and path only: a query may hold a ticket. */
    @Override
    public String toString() {
        return method + " " + path() + " (" + body.length + " bytes, connection " + connection + ")";
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A broken escape stands for itself, as lenient servers take it.
            return text;
        }
    }
}
