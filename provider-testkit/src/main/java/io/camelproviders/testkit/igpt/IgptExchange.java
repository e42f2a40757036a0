/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import com.fasterxml.jackson.databind.JsonNode;
import io.camelproviders.testkit.Request;
import io.camelproviders.testkit.Responder;
import java.util.List;
import java.util.Map;

/**
 * One request and the way to answer it.
 *
 * @param operation {@code recall/ask}, without a slash at either end
 * @param request the request
 * @param responder answers it
 * @param data data sources and search results of the server
 */
public record IgptExchange(String operation, Request request, Responder responder, IgptData data) {

    /** The request's body. */
    public JsonNode body() {
        return request.json();
    }

    /** Whether a stream is asked for. */
    public boolean streaming() {
        return body().path("stream").asBoolean(false);
    }

    /** Lines of the stream that the service would send: the run's events, or the ask's chunks. */
    List<String> lines() {
        return operation.equals("recall/run") ? IgptBodies.runEvents(body()) : IgptBodies.askChunks(body());
    }

    /** The ordinary answer. */
    Object answer() {
        return switch (operation) {
            case "recall/ask" -> IgptBodies.ask(body());
            case "recall/run" -> IgptBodies.run(body());
            case "recall/search" -> Map.of("results", data.search(body()));
            case "datasources/list" -> Map.of("datasources", data.list());
            case "datasources/disconnect" ->
                Map.of("success", data.disconnect(body().path("id").asText()));
            default -> data.authorize(body());
        };
    }
}
