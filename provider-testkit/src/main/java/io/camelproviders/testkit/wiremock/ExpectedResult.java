/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.wiremock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a call leaves in the message.
 *
 * @param type simple name of the body's class, {@code Map} or {@code List} for any of these; empty if the body is null
 * @param items simple name of the class of a list's items; empty if it is not checked
 * @param at JSON pointer (RFC 6901) to the part of the response that the body stands for; empty for all of it
 * @param body the body as JSON where it is not a part of the response; a missing node otherwise
 * @param unknown paths of the fields that the type does not declare and keeps all the same
 * @param headers message headers, as JSON
 */
record ExpectedResult(
        String type, String items, String at, JsonNode body, List<String> unknown, Map<String, JsonNode> headers) {

    static ExpectedResult of(JsonNode result) {
        List<String> unknown = new ArrayList<>();
        result.path("unknown").forEach(path -> unknown.add(path.asText()));
        Map<String, JsonNode> headers = new java.util.TreeMap<>();
        result.path("headers").fields().forEachRemaining(field -> headers.put(field.getKey(), field.getValue()));
        return new ExpectedResult(
                result.path("type").asText(),
                result.path("items").asText(),
                result.path("at").asText(),
                result.path("body"),
                List.copyOf(unknown),
                Map.copyOf(headers));
    }

    boolean empty() {
        return type.isEmpty();
    }
}
