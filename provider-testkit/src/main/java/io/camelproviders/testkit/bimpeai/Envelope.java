/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.BodyRules;
import io.camelproviders.testkit.FakeResponse;
import io.camelproviders.testkit.Json;
import io.camelproviders.testkit.OperationRequest;
import io.camelproviders.testkit.ServiceError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The envelope of responses, of pages and of errors.
 *
 * <p>No source specifies these choices: 20 items a page by default, at most 100; unsorted items are in the order of their creation.
 */
final class Envelope {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private Envelope() {}

    static FakeResponse ok(JsonNode data) {
        return of(200, "ok", data, null);
    }

    static FakeResponse ok(Collection<ObjectNode> items) {
        return of(200, "ok", items, null);
    }

    static FakeResponse created(JsonNode data) {
        return of(201, "ok", data, null);
    }

    static FakeResponse deleted() {
        return of(200, "deleted", null, null);
    }

    private static FakeResponse of(int status, String message, @Nullable Object data, @Nullable Object meta) {
        Map<String, @Nullable Object> envelope = Json.object("message", message, "data", data);
        if (meta != null) {
            envelope.put("meta", meta);
        }
        return FakeResponse.json(status, envelope);
    }

    static FakeResponse error(ServiceError error, String requestId) {
        String code = error.code().isEmpty() ? scriptedCode(error.status()) : error.code();
        boolean fields = !error.problems().isEmpty();
        Map<String, @Nullable Object> body = Json.object("message", fields ? error.problems() : error.text());
        if (fields) {
            body.put("error", "Bad Request");
        }
        body.put("code", code);
        body.put("statusCode", error.status());
        body.put("request_id", requestId);
        return FakeResponse.json(error.status(), body);
    }

    private static String scriptedCode(int status) {
        return switch (status) {
            case 400 -> "bad_request";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 409 -> "conflict";
            case 429 -> "too_many_requests";
            case 501 -> "not_implemented";
            default -> "internal_error";
        };
    }

    /**
     * A page of these items.
     *
     * @param filters query parameters that select items by the field of their name, as {@link BodyRules}
     */
    static FakeResponse page(Collection<ObjectNode> items, OperationRequest request, String filters) {
        Map<String, String> query = request.request().query();
        ObjectNode given = Json.convert(query, ObjectNode.class);
        BodyRules.of(filters).check(given);
        List<ObjectNode> found = new ArrayList<>(items);
        for (String filter : filters.isEmpty()
                ? new String[0]
                : filters.replaceAll("=\\S+", "").split(" ", -1)) {
            String wanted = query.get(filter);
            if (wanted != null) {
                found.removeIf(node -> !node.path(filter).asText().equals(wanted));
            }
        }
        String search = query.getOrDefault("search", "").toLowerCase(Locale.ROOT);
        if (!search.isEmpty()) {
            found.removeIf(node -> !contains(node, search));
        }
        sort(found, query.getOrDefault("sort", ""));
        int page = number(query, "page", 1);
        int limit = Math.min(MAX_LIMIT, number(query, "limit", DEFAULT_LIMIT));
        int pages = (found.size() + limit - 1) / limit;
        Map<String, @Nullable Object> meta = Json.object("total_count", found.size(), "page_count", pages);
        meta.put("current_page", page);
        meta.put("limit", limit);
        meta.put("has_next_page", page < pages);
        meta.put("has_previous_page", page > 1 && pages > 0);
        long from = (long) (page - 1) * limit;
        return of(200, "ok", found.stream().skip(from).limit(limit).toList(), meta);
    }

    private static boolean contains(ObjectNode node, String search) {
        for (JsonNode value : node) {
            if (value.isTextual() && value.asText().toLowerCase(Locale.ROOT).contains(search)) {
                return true;
            }
        }
        return false;
    }

    private static void sort(List<ObjectNode> nodes, String sort) {
        if (!sort.isEmpty()) {
            boolean descending = sort.startsWith("-");
            String field = descending ? sort.substring(1) : sort;
            nodes.sort(Comparator.comparing(node -> node.path(field).asText()));
            if (descending) {
                // Of two with the same time, the newer one comes first then.
                Collections.reverse(nodes);
            }
        }
    }

    private static int number(Map<String, String> query, String name, int byDefault) {
        String text = query.get(name);
        if (text == null) {
            return byDefault;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1) {
            throw ServiceError.validation(name + ": must be a positive integer");
        }
        return Integer.parseInt(text);
    }
}
