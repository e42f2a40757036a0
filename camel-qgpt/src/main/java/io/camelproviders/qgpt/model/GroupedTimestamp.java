/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A point in time as Pieces OS writes it.
 *
 * @param value ISO-8601 date and time
 * @param readable the same for people
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupedTimestamp(
        String value,
        @Nullable String readable,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public GroupedTimestamp {
        value = value == null ? "" : value;
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** Writes milliseconds and {@code Z}. */
    public static GroupedTimestamp of(Instant instant) {
        return new GroupedTimestamp(instant.truncatedTo(ChronoUnit.MILLIS).toString(), null, Map.of());
    }

    /** The value as an instant; empty if it is none. */
    public Optional<Instant> instant() {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
