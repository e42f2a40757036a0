/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code page, limit, search, sort} and equality filters over a list. Chosen here: limit 20 by default, at most 100; unsorted is the order of creation. */
final class Paging {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;

    private Paging() {}

    /** Cuts a page; a filter compares the field of its name with the text of its value. */
    static Reply page(List<ObjectNode> all, Map<String, String> query, List<String> filters) {
        int page = number(query, "page", 1);
        int limit = Math.min(MAX_LIMIT, number(query, "limit", DEFAULT_LIMIT));
        List<ObjectNode> found = new ArrayList<>(all);
        for (String filter : filters) {
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
        ArrayNode data = JsonNodeFactory.instance.arrayNode();
        long from = (long) (page - 1) * limit;
        found.stream().skip(from).limit(limit).forEach(data::add);
        int pages = (found.size() + limit - 1) / limit;
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        meta.put("total_count", found.size());
        meta.put("page_count", pages);
        meta.put("current_page", page);
        meta.put("limit", limit);
        meta.put("has_next_page", page < pages);
        meta.put("has_previous_page", page > 1 && pages > 0);
        return new Reply(200, "ok", data, meta);
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
            Comparator<ObjectNode> order =
                    Comparator.comparing(node -> node.path(field).asText());
            nodes.sort(order);
            if (descending) {
                // Of two of the same time the younger one comes first then.
                Collections.reverse(nodes);
            }
        }
    }

    private static int number(Map<String, String> query, String name, int byDefault) {
        String text = query.get(name);
        if (text == null) {
            return byDefault;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw ConsoleError.validation(List.of(name + ": must be an integer"));
        }
        throw ConsoleError.validation(List.of(name + ": must not be less than 1"));
    }
}
