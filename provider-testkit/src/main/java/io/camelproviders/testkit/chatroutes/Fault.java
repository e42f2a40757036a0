/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.chatroutes;

import io.camelproviders.testkit.Responder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the answers of misbehaviours that have nothing to do with the request. */
final class Fault {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String PAGE = "<!doctype html><html><body><h1>Sign in</h1></body></html>";

    private Fault() {}

    static void refuse(Responder responder, Refused refused) {
        responder.json(refused.status(), error(refused.error(), refused.text()));
    }

    static void write(Responder responder, Misbehaviour how, int waitSeconds) {
        switch (how) {
            case SOFT_FAILURE -> responder.json(200, error("Quota exceeded"));
            case HTML_200 -> responder.respond(200, PAGE, "Content-Type", HTML);
            case EMPTY_200 -> responder.respond(200, "");
            case UNAUTHORIZED -> responder.json(401, error("UNAUTHORIZED", "Missing, wrong or expired credentials"));
            case RATE_LIMITED -> responder.json(429, slow(waitSeconds), "Retry-After", Integer.toString(waitSeconds));
            case RATE_LIMITED_BODY -> responder.json(429, slow(waitSeconds));
            case RATE_LIMITED_HEADER ->
                responder.json(429, error("RATE_LIMIT", "Slow down"), "Retry-After", Integer.toString(waitSeconds));
            case UNAVAILABLE -> responder.json(503, error("SERVICE_UNAVAILABLE", "Down for maintenance"));
            case HIDDEN_CAUSE -> responder.json(500, error("Failed to send message"));
            case NESTED_ERROR ->
                responder.json(
                        500,
                        Map.of(
                                "success",
                                false,
                                "error",
                                Map.of("message", "The model failed", "code", "MODEL_FAILED")));
            case ERROR_LIST -> responder.json(400, List.of("title is too long", "title is rude"));
            case ERROR_TEXT -> responder.respond(502, "upstream is gone", "Content-Type", "text/plain");
            case ERROR_PAGE -> responder.respond(502, PAGE, "Content-Type", HTML);
            case ERROR_EMPTY -> responder.respond(500, "");
            case SILENCE -> responder.silence();
            default -> throw new IllegalArgumentException(how + " is no answer of its own");
        }
    }

    private static Map<String, Object> slow(int seconds) {
        Map<String, Object> body = error("RATE_LIMIT", "Slow down");
        body.put("retryAfter", seconds);
        return body;
    }

    private static Map<String, Object> error(String error) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("success", false);
        body.put("error", error);
        return body;
    }

    private static Map<String, Object> error(String error, String message) {
        Map<String, Object> body = error(error);
        if (!message.equals(error)) {
            body.put("message", message);
        }
        return body;
    }
}
