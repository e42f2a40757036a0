/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import io.camelproviders.testkit.EventStream;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Fault;
import io.camelproviders.testkit.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Faults and unusual forms of responses that only ChatRoutes can show. */
public final class ChatroutesFaults {

    private ChatroutesFaults() {}

    /** Answers 200 with {@code success:false}. */
    public static Fault softFailure() {
        return Fault.respondJson(Map.of("success", false, "error", "Quota exceeded"));
    }

    /** Answers 429 that says in the body and in a header how many seconds to wait. */
    public static Fault rateLimited(int seconds) {
        return Fault.respond(tooManyRequests(seconds).with("Retry-After", Integer.toString(seconds)));
    }

    /** Answers 429 that says in the body how many seconds to wait, and not in a header. */
    public static Fault rateLimitedInBody(int seconds) {
        return Fault.respond(tooManyRequests(seconds));
    }

    private static FakeResponse tooManyRequests(int seconds) {
        Map<String, @Nullable Object> body = Json.object("success", false, "error", "RATE_LIMIT");
        body.put("message", "Slow down");
        body.put("retryAfter", seconds);
        return FakeResponse.json(429, body);
    }

    /** Answers 500 that hides its cause, as the service does for unknown models, quotas and failures of the model's provider. */
    public static Fault hiddenCause() {
        return Fault.respond(FakeResponse.json(500, Map.of("success", false, "error", "Failed to send message")));
    }

    /** Answers 500 with an error that is an object. */
    public static Fault nestedError() {
        Map<String, String> error = Map.of("message", "The model failed", "code", "MODEL_FAILED");
        return Fault.respond(FakeResponse.json(500, Map.of("success", false, "error", error)));
    }

    /** Answers 400 with a list. */
    public static Fault errorList() {
        return Fault.respond(FakeResponse.json(400, List.of("title is too long", "title is rude")));
    }

    /** Answers 502 with plain text. */
    public static Fault errorText() {
        return Fault.respond(FakeResponse.text(502, "text/plain", "upstream is gone"));
    }

    /** Answers 502 with a page of HTML. */
    public static Fault errorPage() {
        return Fault.respond(FakeResponse.text(502, "text/html", "<!doctype html><html><body>Bad</body></html>"));
    }

    /** Answers 500 without a body. */
    public static Fault emptyError() {
        return Fault.respond(FakeResponse.body(500, "", new byte[0]));
    }

    /** Performs the operation and answers 204 without a body. */
    public static Fault noContent() {
        return Fault.changeResponse(response -> FakeResponse.body(204, "", new byte[0]));
    }

    /** Performs the operation and answers {@code data:null}. */
    public static Fault nullData() {
        return Fault.changeResponse(
                response -> FakeResponse.json(response.status(), Json.object("success", true, "data", null)));
    }

    /** Answers a request for a stream with the whole answer as JSON, as {@code messages/send} does. */
    public static Fault notStreamed() {
        return Fault.changeResponse(response -> {
            String last = "";
            while (response.events() != null && response.events().hasNext()) {
                String event = response.events().next();
                last = event.contains("\"complete\"") ? event.substring("data: ".length()) : last;
            }
            return FakeResponse.json(200, Map.of("success", true, "data", Json.read(last)));
        });
    }

    /** Streams no {@code complete} event. */
    public static Fault withoutComplete() {
        return Fault.events(all ->
                all.stream().filter(event -> !event.contains("\"complete\"")).toList());
    }

    /** Streams no {@code [DONE]}. */
    public static Fault withoutDone() {
        return Fault.events(all -> all.subList(0, all.size() - 1));
    }

    /** Streams an event of type {@code error} after so many events, and the end. */
    public static Fault errorAfter(int events) {
        return Fault.events(all -> replaceRest(all, events, "{\"type\":\"error\",\"message\":\"The model failed\"}"));
    }

    /** Streams an event with a top-level {@code error} instead of the first, and the end. */
    public static Fault errorInsteadOfAnswer() {
        return Fault.events(all -> replaceRest(all, 0, "{\"error\":\"Quota exceeded\"}"));
    }

    private static List<String> replaceRest(List<String> all, int kept, String payload) {
        List<String> some = new ArrayList<>(all.subList(0, kept));
        some.add(EventStream.event(payload));
        some.add(all.get(all.size() - 1));
        return some;
    }

    /** Streams broken JSON instead of the event after so many. */
    public static Fault malformedEventAfter(int events) {
        return Fault.events(all -> {
            List<String> some = new ArrayList<>(all);
            some.set(events, EventStream.event("{\"type\":\"content\",\"cont"));
            return some;
        });
    }

    /** Streams an event of an unknown type before all others. */
    public static Fault unknownEvent() {
        return Fault.events(all -> {
            List<String> some = new ArrayList<>(all);
            some.add(0, EventStream.event("{\"type\":\"thinking\",\"text\":\"…\"}"));
            return some;
        });
    }

    /** Streams {@code data:} without the blank. */
    public static Fault withoutBlank() {
        return eachEvent(event -> event.replaceFirst("^data: ", "data:"));
    }

    /** Streams lines that end with CRLF. */
    public static Fault crlfLines() {
        return eachEvent(event -> event.replace("\n", "\r\n"));
    }

    /** Streams comments, event names and ids before each event. */
    public static Fault comments() {
        return eachEvent(event -> ": still here\nevent: message\nid: 7\n" + event);
    }

    private static Fault eachEvent(UnaryOperator<String> change) {
        return Fault.events(all -> all.stream().map(change).toList());
    }
}
