/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Positions for one process life. Safe for many threads; a save is seen whole or not at all. */
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
    public boolean durable() {
        return false;
    }

    @Override
    public String describe() {
        return "memory: positions end with the process";
    }
}
