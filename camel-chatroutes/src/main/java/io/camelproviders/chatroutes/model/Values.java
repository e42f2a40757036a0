/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.chatroutes.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the records' constructors do with what Jackson hands them: copies that are never null. */
final class Values {

    private Values() {}

    static <T> List<T> list(@Nullable List<T> items) {
        return items == null ? List.of() : items.stream().filter(Objects::nonNull).toList();
    }

    /** Keeps null values, which {@code Map.copyOf} would refuse. */
    static Map<String, Object> extras(@Nullable Map<String, Object> unknown) {
        return unknown == null || unknown.isEmpty()
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

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
