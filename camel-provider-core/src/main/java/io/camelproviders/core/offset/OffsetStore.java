/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where the offsets of streams are kept: values by key. No method blocks. A store does not limit how long it takes; the
 * caller sets a deadline and treats a save that misses it as one that may or may not have happened.
 *
 * <p>Failures are {@link OffsetStoreException}s. One of them is final: {@link OffsetStoreException.Fenced} says that
 * another owner has taken the offsets over, so whoever gets it must stop and not try again. After any other failure
 * the same entries can be saved again.
 */
public interface OffsetStore {

    /** The stored value of a key; empty if there is none. */
    CompletableFuture<Optional<String>> load(String key);

    /**
     * Stores all entries, or none of them, also after a crash. When the returned future completes, they are as durable as
     * the store can make them. Saves of one caller take effect in the order of the calls; saves of many callers may be
     * written together.
     */
    CompletableFuture<Void> save(Map<String, String> entries);

    /**
     * Stores a value unless the key has one; for a start offset that several consumers share and that must be pinned
     * once.
     *
     * <p>This implementation loads and then saves, so two owners of one store may both believe that they were first.
     * Stores that can do better override it.
     *
     * @return the value that counts: the one found, else the given one
     */
    default CompletableFuture<String> putIfAbsent(String key, String value) {
        return load(key)
                .thenCompose(found -> found.isPresent()
                        ? CompletableFuture.completedFuture(found.get())
                        : save(Map.of(key, value)).thenApply(saved -> value));
    }

    /** Whether values survive the end of the process. */
    boolean durable();

    /** One line for health checks and consoles: kind and place. */
    String describe();

    /**
     * What an operator should know about the stored offsets although they can be used, a repair for example; for a warning
     * in the log and a detail of the health check. Empty if all is well.
     */
    default Optional<String> warning() {
        return Optional.empty();
    }
}
