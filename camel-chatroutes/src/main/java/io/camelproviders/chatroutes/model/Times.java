/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the times of the records. */
final class Times {

    private Times() {}

    static Optional<Instant> instant(@Nullable String iso) {
        if (iso == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException unreadable) {
            // The text itself is still there for whoever can read it.
            return Optional.empty();
        }
    }
}
