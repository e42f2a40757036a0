/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.camelproviders.core.json.ProviderModel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a statement of an answer comes from.
 *
 * @param id id of the source
 * @param type kind of the source
 * @param provider service it lies in
 * @param picture address of a picture
 * @param title title
 * @param timestamp Unix time in seconds
 * @param additionalProperties further fields as they came
 */
public record Source(
        @Nullable String id,
        @Nullable String type,
        @Nullable String provider,
        @Nullable String picture,
        @Nullable String title,
        @Nullable Long timestamp,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Source {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** When, as an instant. */
    @JsonIgnore
    public Optional<Instant> time() {
        return Optional.ofNullable(timestamp).map(Instant::ofEpochSecond);
    }
}
