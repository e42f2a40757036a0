/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations of a fake server: method and path of each, and what answers it. The first that fits wins. */
public final class Operations {

    /** Answers a request; runs on the server's thread and must not block. A {@link ServiceError} becomes an error response. */
    @FunctionalInterface
    public interface Handler {
        FakeResponse handle(OperationRequest request);
    }

    private record Operation(String name, String method, List<String> template, RequestKind kind, Handler handler) {}

    private final List<Operation> operations = new ArrayList<>();

    /** Adds an operation with an ordinary response. */
    public Operations add(String name, String pattern, Handler handler) {
        return add(name, pattern, RequestKind.CALL, handler);
    }

    /** Adds an operation; the pattern is such as {@code GET /agents/{agent}}. */
    public Operations add(String name, String pattern, RequestKind kind, Handler handler) {
        int blank = pattern.indexOf(' ');
        List<String> template = List.of(pattern.substring(blank + 2).split("/", -1));
        operations.add(new Operation(name, pattern.substring(0, blank), template, kind, handler));
        return this;
    }

    /** The names of all operations. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        operations.forEach(operation -> names.add(operation.name()));
        return names;
    }

    /** The request with its operation; the segments are those behind the service's prefix. */
    OperationRequest resolve(Request request, List<String> segments) {
        Map<String, String> ids = new LinkedHashMap<>();
        return find(request.method(), segments, ids)
                .map(found -> new OperationRequest(request, found.name(), found.kind(), Map.copyOf(ids)))
                .orElseGet(() -> new OperationRequest(request, "", RequestKind.CALL, Map.of()));
    }

    FakeResponse perform(OperationRequest request, List<String> segments) {
        return find(request.request().method(), segments, new LinkedHashMap<>())
                .orElseThrow(() -> ServiceError.notFound("Route"))
                .handler()
                .handle(request);
    }

    private Optional<Operation> find(String method, List<String> segments, Map<String, String> ids) {
        for (Operation operation : operations) {
            ids.clear();
            if (operation.method().equals(method) && fits(operation.template(), segments, ids)) {
                return Optional.of(operation);
            }
        }
        ids.clear();
        return Optional.empty();
    }

    private static boolean fits(List<String> template, List<String> segments, Map<String, String> ids) {
        if (template.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < template.size(); i++) {
            String part = template.get(i);
            if (part.startsWith("{")) {
                ids.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return false;
            }
        }
        return true;
    }
}
