/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Ids whose echo is still to come, in the order in which they came, and how they are stored: in blocks, so that one more id
 * or one less writes one block and not all of them. A thousand answers to a thousand waiting messages are all sent before
 * the first echo comes, and one that is forgotten would be answered in its turn: hence so many. Not thread-safe.
 */
public final class PendingEchoes {

    static final int BLOCK = 128;

    /** Blocks at most, so 65,536 ids; the oldest block is forgotten when another one begins. */
    static final int MOST_BLOCKS = 512;

    private final NavigableMap<Long, Set<String>> blocks = new TreeMap<>();
    private final Map<String, Long> places = new HashMap<>();
    private final Set<Long> changed = new TreeSet<>();
    private String storedRange = "";
    private long next;

    boolean contains(String id) {
        return places.containsKey(id);
    }

    int size() {
        return places.size();
    }

    void add(String id) {
        if (places.containsKey(id)) {
            return;
        }
        Map.Entry<Long, Set<String>> last = blocks.lastEntry();
        if (last == null || last.getValue().size() >= BLOCK || last.getKey() < next - 1) {
            blocks.put(next, new LinkedHashSet<>());
            next++;
            forgetTooOld();
            last = blocks.lastEntry();
        }
        last.getValue().add(id);
        places.put(id, last.getKey());
        changed.add(last.getKey());
    }

    private void forgetTooOld() {
        while (blocks.firstKey() <= next - 1 - MOST_BLOCKS) {
            Set<String> gone = blocks.pollFirstEntry().getValue();
            gone.forEach(places::remove);
        }
    }

    void remove(String id) {
        Long number = places.remove(id);
        if (number == null) {
            return;
        }
        changed.add(number);
        blocks.computeIfPresent(number, (place, block) -> {
            block.remove(id);
            return block.isEmpty() ? null : block;
        });
    }

    /** What changed since the last call, to be stored; empty if nothing did. */
    public Map<String, String> changes(String key) {
        Map<String, String> entries = new LinkedHashMap<>();
        changed.forEach(
                number -> entries.put(blockKey(key, number), String.join("\n", blocks.getOrDefault(number, Set.of()))));
        changed.clear();
        String range = blocks.isEmpty() ? "" : blocks.firstKey() + "-" + blocks.lastKey();
        if (!range.equals(storedRange)) {
            storedRange = range;
            entries.put(key, range);
        }
        return entries;
    }

    /** Names are used again, so that a store that forgets nothing holds a bounded number of them. */
    private static String blockKey(String key, long number) {
        return key + '|' + number % (2 * MOST_BLOCKS);
    }

    /** Reads what was stored, oldest first. */
    public static CompletableFuture<Recalled> load(
            String key, Function<String, CompletableFuture<Optional<String>>> store) {
        return store.apply(key).thenCompose(range -> {
            if (range.isEmpty() || !range.get().matches("[0-9]{1,18}-[0-9]{1,18}")) {
                return CompletableFuture.completedFuture(new Recalled("", 0, List.of()));
            }
            long first = Long.parseLong(range.get().substring(0, range.get().indexOf('-')));
            long last = Long.parseLong(range.get().substring(range.get().indexOf('-') + 1));
            List<CompletableFuture<Optional<String>>> blocks = new ArrayList<>();
            for (long number = Math.max(first, last - MOST_BLOCKS + 1); number <= last; number++) {
                blocks.add(store.apply(blockKey(key, number)));
            }
            return CompletableFuture.allOf(blocks.toArray(CompletableFuture<?>[]::new))
                    .thenApply(nothing -> new Recalled(range.get(), last - blocks.size() + 1, texts(blocks)));
        });
    }

    private static List<String> texts(List<CompletableFuture<Optional<String>>> blocks) {
        return blocks.stream().map(block -> block.join().orElse("")).toList();
    }

    /** What was stored: the range as it stands there, the number of the first block, and the blocks. */
    public record Recalled(String range, long first, List<String> blocks) {}

    /** Takes back what an earlier process stored; what was added meanwhile stays, behind it. */
    public void recall(Recalled recalled) {
        List<String> since = blocks.values().stream().flatMap(Set::stream).toList();
        blocks.clear();
        places.clear();
        changed.clear();
        long number = recalled.first();
        for (String text : recalled.blocks()) {
            Set<String> ids = new LinkedHashSet<>(List.of(text.split("\n", -1)));
            ids.remove("");
            if (!ids.isEmpty()) {
                long place = number;
                blocks.put(place, ids);
                ids.forEach(id -> places.put(id, place));
            }
            number++;
        }
        storedRange = recalled.range();
        next = number;
        since.forEach(this::add);
    }
}
