/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.core.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The model records of all providers; Camel's type converters work from this type, {@link ProviderMap} and
 * {@link ProviderList} only. Records that describe a request are {@link ProviderRequest}s, all others are responses.
 * Serializable, as Camel's {@code DefaultExchangeHolder} requires of bodies.
 *
 * <p>Such a record ends with the component {@code @JsonAnySetter Map<String, Object> additionalProperties} and copies
 * it in its compact constructor with {@link #kept}, its lists with {@link #items}. Components that are null are left out
 * by every {@code ObjectMapper}, Camel's {@code marshal().json()} included; explicit nulls among the additional
 * properties are written.
 */
@JsonInclude(value = JsonInclude.Include.NON_NULL, content = JsonInclude.Include.ALWAYS)
public interface ProviderModel extends Serializable {

    /** Fields that the provider sent and this library does not know, as they came. Never null. */
    @JsonAnyGetter
    Map<String, Object> additionalProperties();

    /** An ISO-8601 time with a zone; empty if there is none, or none that can be read: the text itself is still there. */
    static Optional<Instant> time(@Nullable String iso) {
        if (iso == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(iso).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** An unmodifiable copy at every depth, in the same order, explicit nulls included; empty for null. */
    static Map<String, Object> kept(@Nullable Map<String, Object> unknown) {
        return ProviderMap.copyOf(unknown);
    }

    /** An unmodifiable copy without nulls; empty for null. */
    static <T> List<T> items(@Nullable List<? extends @Nullable T> items) {
        List<T> copy = itemsOrNull(items);
        return copy == null ? List.of() : copy;
    }

    /** As {@link #items}, but null stays null, for fields whose absence means something. */
    static <T> @Nullable List<T> itemsOrNull(@Nullable List<? extends @Nullable T> items) {
        if (items == null) {
            return null;
        }
        List<T> copy = new java.util.ArrayList<>(items.size());
        for (T item : items) {
            if (Objects.nonNull(item)) {
                copy.add(item);
            }
        }
        return Collections.unmodifiableList(copy);
    }

    /** An unmodifiable copy of a free JSON object at every depth, explicit nulls included; null stays null. */
    static @Nullable Map<String, Object> objectOrNull(@Nullable Map<String, Object> object) {
        return object == null ? null : ProviderMap.copyOf(object);
    }
}
