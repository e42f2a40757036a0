/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A call that the good server refuses. */
final class ConsoleError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final List<String> problems;

    private ConsoleError(int status, String code, String message, List<String> problems) {
        super(message);
        this.status = status;
        this.code = code;
        this.problems = problems;
    }

    static ConsoleError of(int status, String code, String message) {
        return new ConsoleError(status, code, message, List.of());
    }

    static ConsoleError notFound() {
        return of(404, "not_found", "Resource not found");
    }

    /** Each problem reads {@code path: message}. */
    static ConsoleError validation(List<String> problems) {
        return new ConsoleError(400, "validation_error", "Bad Request", List.copyOf(problems));
    }

    /** An error of a status that is scripted, with the code that goes with it. */
    static ConsoleError scripted(int status) {
        String code =
                switch (status) {
                    case 400 -> "bad_request";
                    case 401 -> "unauthorized";
                    case 403 -> "forbidden";
                    case 404 -> "not_found";
                    case 409 -> "conflict";
                    case 429 -> "too_many_requests";
                    case 501 -> "not_implemented";
                    default -> "internal_error";
                };
        return of(status, code, "Scripted " + status);
    }

    int status() {
        return status;
    }

    ObjectNode body(String requestId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (problems.isEmpty()) {
            body.put("message", getMessage());
        } else {
            problems.forEach(body.putArray("message")::add);
            body.put("error", getMessage());
        }
        body.put("code", code);
        body.put("statusCode", status);
        body.put("request_id", requestId);
        return body;
    }
}
