/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.offset;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where positions are kept. No method blocks; a completed save has happened as durably as the store can. */
public interface OffsetStore {

    /** The stored value of a key; fails with {@link OffsetStoreException} if the store cannot be read. */
    CompletableFuture<Optional<String>> load(String key);

    /** Stores all entries, in the map's order, all or none after a crash; fails with {@link OffsetStoreException}. */
    CompletableFuture<Void> save(Map<String, String> entries);

    /** Whether values survive the end of the process. */
    boolean durable();

    /** One line for health and consoles: kind and place. */
    String describe();
}
