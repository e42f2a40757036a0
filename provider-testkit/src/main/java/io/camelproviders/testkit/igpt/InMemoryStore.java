/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit.igpt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Data sources and search results, the same for every user. Safe for all threads. */
final class InMemoryStore {

    private static final int HALF = 50;
    private static final int WHOLE = 100;

    private final Map<String, Map<String, Object>> sources = new LinkedHashMap<>();
    private final List<Map<String, Object>> results = new CopyOnWriteArrayList<>();

    InMemoryStore() {
        addSource("spike", "messages", WHOLE);
        addResult("doc-1", "Budget 2026", "2026-01-15");
    }

    /** Adds or replaces a data source; its id is {@code service/1/type}. */
    synchronized void addSource(String service, String type, int progress) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("id", service + "/1/" + type);
        source.put("service", service);
        source.put("type", service + "/" + type);
        source.put("status", "enabled");
        source.put("title", service + " " + type);
        source.put("subtitle", "u@example.com");
        source.put("progress", progress);
        source.put("newest", 1_767_225_600);
        source.put("oldest", 1_735_689_600);
        sources.put(service + "/1/" + type, source);
    }

    /** Adds a search result; the newest stands first. */
    void addResult(String id, String title, String date) {
        results.add(0, Map.of("id", id, "title", title, "date", date, "snippet", title + " was discussed"));
    }

    /** Lists the data sources as they are now; indexing goes on between two lists. */
    synchronized List<Map<String, Object>> list() {
        List<Map<String, Object>> now = new ArrayList<>();
        for (Map<String, Object> source : sources.values()) {
            now.add(new LinkedHashMap<>(source));
            source.computeIfPresent("progress", (name, done) -> Math.min(WHOLE, ((Number) done).intValue() + HALF));
        }
        return now;
    }

    /** The data sources, without going on with their indexing. */
    synchronized List<Map<String, Object>> sources() {
        return sources.values().stream()
                .map(source -> (Map<String, Object>) new LinkedHashMap<>(source))
                .toList();
    }

    synchronized boolean disconnect(String id) {
        return sources.remove(id) != null;
    }

    Map<String, Object> authorize(JsonNode request) {
        String service = request.path("service").asText();
        addSource(service, request.path("scope").asText().split(" ", 2)[0], 0);
        return Map.of("url", "https://auth.example.com/start?service=" + service);
    }

    List<Map<String, Object>> search(JsonNode request) {
        String query = request.path("query").asText("");
        int most = request.path("max_results").asInt(Integer.MAX_VALUE);
        return results.stream()
                .filter(result -> query.isEmpty()
                        || String.valueOf(result.get("title"))
                                .toLowerCase(Locale.ROOT)
                                .contains(query.toLowerCase(Locale.ROOT)))
                .filter(result -> within(String.valueOf(result.get("date")), request))
                .limit(most)
                .toList();
    }

    private static boolean within(String date, JsonNode request) {
        String from = request.path("date_from").asText("");
        String to = request.path("date_to").asText("");
        return (from.isEmpty() || date.compareTo(from) >= 0) && (to.isEmpty() || date.compareTo(to) <= 0);
    }
}
