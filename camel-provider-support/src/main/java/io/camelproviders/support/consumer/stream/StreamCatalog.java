/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.support.consumer.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The streams of an account that discovery knows, and in which of its sweeps it saw them last. Confined to the steps of
 * discovery.
 */
final class StreamCatalog {

    /** Complete sweeps without a stream after which the provider is asked for it. */
    private static final int MISSES = 2;

    private final Map<String, Entry> entries = new HashMap<>();
    private int sweep;

    private static final class Entry {
        private int sweep;
        private int missed;
    }

    /** Notes a stream; true if it was not known. */
    boolean add(String key) {
        boolean[] added = new boolean[1];
        Entry entry = entries.computeIfAbsent(key, absent -> {
            added[0] = true;
            return new Entry();
        });
        entry.sweep = sweep;
        entry.missed = 0;
        return added[0];
    }

    boolean knows(String key) {
        return entries.containsKey(key);
    }

    void beginSweep() {
        sweep++;
    }

    /** The sweep saw every page. Returns the streams that it and the complete sweep before it have missed. */
    List<String> endSweep() {
        List<String> missing = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (entry.sweep != sweep && ++entry.missed >= MISSES) {
                missing.add(key);
            }
        });
        return missing;
    }

    /** The provider says that a missing stream exists and matches. */
    void present(String key) {
        Entry entry = entries.get(key);
        if (entry != null) {
            entry.missed = 0;
        }
    }

    void remove(String key) {
        entries.remove(key);
    }

    List<String> keys() {
        return List.copyOf(entries.keySet());
    }
}
