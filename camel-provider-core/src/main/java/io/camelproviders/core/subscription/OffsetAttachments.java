/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.subscription;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Entries that are stored with positions, in one record. Called from the steps. */
@FunctionalInterface
public interface OffsetAttachments {

    /** What changed since the last call and is to be stored now; what cannot be stored is kept for the next time. */
    Map<String, String> changes();

    /** Reads what was stored before, ahead of the first message. */
    default CompletableFuture<Void> recall() {
        return CompletableFuture.completedFuture(null);
    }

    /** The position to be stored next has passed this message, which was passed over. */
    default void passed(String id) {}
}
