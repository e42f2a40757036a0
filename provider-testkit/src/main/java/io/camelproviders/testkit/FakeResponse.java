/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a fake server answers, before any fault.
 *
 * @param headerPairs names and values by turns
 * @param body the body of an ordinary response
 * @param events the server-sent events of a streamed response, each with its blank line at the end
 * @param takeOver for a response that is written in another way, such as a WebSocket
 */
public record FakeResponse(
        int status,
        List<String> headerPairs,
        byte[] body,
        @Nullable Iterator<String> events,
        @Nullable Consumer<PendingResponse> takeOver) {

    private static final byte[] NOTHING = {};

    /** A JSON body. */
    public static FakeResponse json(int status, Object body) {
        return body(status, "application/json; charset=utf-8", Json.bytes(body));
    }

    /** A text body of this content type. */
    public static FakeResponse text(int status, String contentType, String body) {
        return body(status, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A body of this content type, none for an empty type. */
    public static FakeResponse body(int status, String contentType, byte[] body) {
        List<String> headers = contentType.isEmpty() ? List.of() : List.of("Content-Type", contentType);
        return new FakeResponse(status, headers, body, null, null);
    }

    /** A stream of server-sent events that ends with the last of them. */
    public static FakeResponse events(Iterator<String> events) {
        List<String> headers = List.of("Content-Type", "text/event-stream", "Cache-Control", "no-cache");
        return new FakeResponse(200, headers, NOTHING, events, null);
    }

    /** Leaves the response to this code. */
    public static FakeResponse takeOver(Consumer<PendingResponse> writer) {
        return new FakeResponse(200, List.of(), NOTHING, null, writer);
    }

    /** The same response with these headers, instead of those with the same names. */
    public FakeResponse with(String... moreHeaderPairs) {
        List<String> all = new ArrayList<>(Arrays.asList(moreHeaderPairs));
        for (int i = 0; i < headerPairs.size(); i += 2) {
            Responder.addDefault(all, headerPairs.get(i), headerPairs.get(i + 1));
        }
        return new FakeResponse(status, all, body, events, takeOver);
    }

    /** The body as UTF-8. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
