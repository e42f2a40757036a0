/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request and the operation it asks for.
 *
 * @param request as it came in
 * @param operation the name as in an endpoint URI, such as {@code messages/send}; empty if method and path belong to no operation
 * @param kind what it is for
 * @param ids the ids in the path, by their names
 */
public record OperationRequest(Request request, String operation, RequestKind kind, Map<String, String> ids) {

    /** The id of this name. */
    public String id(String name) {
        String id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("The path of " + operation + " has no " + name);
        }
        return id;
    }

    /** The conversation that the path names, null if none. */
    public @Nullable String conversation() {
        return ids.get("conversation");
    }

    /** A query parameter, null if it is missing or empty. */
    public @Nullable String query(String name) {
        String value = request.query().get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The same request as another kind. */
    public OperationRequest as(RequestKind other) {
        return new OperationRequest(request, operation, other, ids);
    }
}
