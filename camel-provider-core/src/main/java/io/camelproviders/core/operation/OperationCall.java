/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.operation;

import io.camelproviders.core.http.HttpHeader;
import io.camelproviders.core.json.Json;
import io.camelproviders.core.operation.Operation.Parameter;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation with all its values: complete, checked, not yet sent.
 *
 * @param operation its definition
 * @param path path ids by placeholder name, not yet encoded
 * @param query query values by wire name, in the table's order
 * @param body fields of the JSON body in order, or null for none
 * @param headers additional headers of the caller
 * @param idempotencyKey key of the logical call, or null for none
 * @param requestId id of the logical call, the same on all its attempts
 * @param requestTimeout deadline of one attempt, or null for the component's
 */
public record OperationCall(
        Operation operation,
        Map<String, String> path,
        Map<String, String> query,
        @Nullable Map<String, Object> body,
        List<HttpHeader> headers,
        @Nullable String idempotencyKey,
        String requestId,
        @Nullable Duration requestTimeout) {

    public OperationCall {
        path = Collections.unmodifiableMap(new LinkedHashMap<>(path));
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        headers = List.copyOf(headers);
    }

    /** The same call with one query value set; values that the operation defines keep its order. */
    public OperationCall withQuery(String wireName, String value) {
        Map<String, String> rest = new LinkedHashMap<>(query);
        rest.put(wireName, value);
        Map<String, String> changed = new LinkedHashMap<>();
        for (Parameter parameter : operation.parameters()) {
            String known = parameter.place() == Parameter.Place.QUERY ? rest.remove(parameter.wireName()) : null;
            if (known != null) {
                changed.put(parameter.wireName(), known);
            }
        }
        changed.putAll(rest);
        return new OperationCall(operation, path, changed, body, headers, idempotencyKey, requestId, requestTimeout);
    }

    /** The same call with one more field in its body, or another value for it. */
    public OperationCall withField(String wireName, Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (body != null) {
            fields.putAll(body);
        }
        fields.put(wireName, value);
        return new OperationCall(operation, path, query, fields, headers, idempotencyKey, requestId, requestTimeout);
    }

    /** The same call under another idempotency key. */
    public OperationCall withIdempotencyKey(@Nullable String key) {
        return new OperationCall(operation, path, query, body, headers, key, requestId, requestTimeout);
    }

    /** The same call under another request id, for the next page for example. */
    public OperationCall withRequestId(String id) {
        return new OperationCall(operation, path, query, body, headers, idempotencyKey, id, requestTimeout);
    }

    /** SHA-256 over method, path, query and body, in hex: what makes two calls the same request. Keys and ids don't count. */
    public String digest(Json json) {
        MessageDigest sha256 = IdempotencyKeys.digest("SHA-256");
        IdempotencyKeys.update(sha256, operation.method());
        IdempotencyKeys.update(sha256, PathTemplate.expand(operation.path(), path));
        IdempotencyKeys.update(sha256, PathTemplate.query(query));
        IdempotencyKeys.update(sha256, body == null ? "" : json.text(body));
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** Operation and request id alone: ids, tickets and bodies are nobody's business in a log. */
    @Override
    public String toString() {
        return "BoundCall[" + operation.name() + " " + requestId + "]";
    }
}
