/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Offsets for the life of the process. Thread-safe; a save is visible as a whole or not at all. */
public final class MemoryOffsetStore implements OffsetStore {

    /** Guarded by itself; nothing else happens under the lock. */
    private final Map<String, String> values = new HashMap<>();

    @Override
    public CompletableFuture<Optional<String>> load(String key) {
        synchronized (values) {
            return CompletableFuture.completedFuture(Optional.ofNullable(values.get(key)));
        }
    }

    @Override
    public CompletableFuture<Void> save(Map<String, String> entries) {
        Map<String, String> copy = Map.copyOf(entries);
        synchronized (values) {
            values.putAll(copy);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletableFuture<String> putIfAbsent(String key, String value) {
        synchronized (values) {
            String found = values.putIfAbsent(key, value);
            return CompletableFuture.completedFuture(found == null ? value : found);
        }
    }

    @Override
    public boolean durable() {
        return false;
    }

    @Override
    public String describe() {
        return "memory: offsets are lost when the process ends";
    }
}
