/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.bimpeai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camelproviders.testkit.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Method and path to what answers them. The first row that fits wins, so fixed segments stand before ids. */
final class Routes {

    /** One call that found its row. */
    record Call(Request request, Map<String, String> ids, Store store) {

        /** The id that the path holds under this name. */
        String id(String name) {
            String id = ids.get(name);
            if (id == null) {
                throw new IllegalArgumentException("The path has no " + name);
            }
            return id;
        }

        /** The agent of the path, or 404. */
        ObjectNode agent() {
            return store.row("agents", id("a"));
        }

        /** The name of a table that belongs to the agent of the path, or 404. */
        String ofAgent(String table) {
            agent();
            return "agents/" + id("a") + "/" + table;
        }
    }

    /** Answers one call; runs under the store's monitor and does not block. */
    @FunctionalInterface
    interface Answer {
        Reply to(Call call);
    }

    private record Row(String method, List<String> segments, Answer answer) {}

    private final List<Row> rows = new ArrayList<>();

    /** @param template such as {@code /agents/{a}/actions} */
    void add(String method, String template, Answer answer) {
        rows.add(new Row(method, List.of(template.substring(1).split("/", -1)), answer));
    }

    /**
     * Runs the row that fits.
     *
     * @param segments the decoded path after the prefix
     * @throws ConsoleError 404 if no row fits
     */
    Reply run(Request request, List<String> segments, Store store) {
        for (Row row : rows) {
            Map<String, String> ids = new LinkedHashMap<>();
            if (row.method().equals(request.method()) && fits(row.segments(), segments, ids)) {
                return row.answer().to(new Call(request, ids, store));
            }
        }
        throw ConsoleError.notFound();
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
