/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.wiremock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A WireMock mapping of one operation together with the call that produces its request. The call is the mapping's
 * {@code metadata}:
 *
 * <pre>{@code
 * "metadata": {
 *   "operation": "agents/update",
 *   "uri": "bimpeai:agents/update?agentId=agent-7",
 *   "headers": {"CamelBimpeaiIdempotencyKey": "key-1"},
 *   "body": {"name": "Front desk"},
 *   "result": {"type": "Agent", "at": "/data", "headers": {"CamelBimpeaiResponseStatus": 200}}
 * }
 * }</pre>
 *
 * <p>A mapping without {@code metadata} only supports another one: the ticket of a stream, for example.
 *
 * @param name name of the mapping, unique within a provider
 * @param operation name of the operation in the provider's table
 * @param uri endpoint URI of the call
 * @param consumer whether the endpoint is consumed from; otherwise it is called
 * @param headers message headers of the call
 * @param body message body of the call: an object becomes a map, a string stays text
 * @param result expected outcome
 */
public record OperationMapping(
        String name,
        String operation,
        String uri,
        boolean consumer,
        Map<String, Object> headers,
        @Nullable Object body,
        ExpectedResult result) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a mapping that has {@code metadata}.
     *
     * @throws IllegalArgumentException if the metadata lacks operation or URI
     */
    static OperationMapping of(StubMapping stub) {
        JsonNode call = JSON.valueToTree(stub.getMetadata());
        return new OperationMapping(
                text(stub.getName(), "name", stub),
                text(call.path("operation").asText(), "metadata.operation", stub),
                text(call.path("uri").asText(), "metadata.uri", stub),
                call.path("consumer").asBoolean(),
                map(call.path("headers")),
                plain(call.path("body")),
                ExpectedResult.of(call.path("result")));
    }

    /** Id of the route that makes the call. */
    String routeId() {
        return name.replace(' ', '-');
    }

    @Override
    public String toString() {
        return name;
    }

    private static String text(@Nullable String value, String field, StubMapping stub) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException(field + " is missing in the mapping " + stub);
        }
        return value;
    }

    static @Nullable Object plain(JsonNode node) {
        return node.isMissingNode() ? null : JSON.convertValue(node, Object.class);
    }

    static Map<String, Object> map(JsonNode node) {
        Map<String, Object> values = new java.util.LinkedHashMap<>();
        node.fields().forEachRemaining(field -> values.put(field.getKey(), plain(field.getValue())));
        return values;
    }
}
