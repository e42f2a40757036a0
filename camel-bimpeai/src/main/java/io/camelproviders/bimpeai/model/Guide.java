/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to set a workflow up. The video link has two names on the wire; each is kept and written as it came.
 *
 * @param steps the steps
 * @param youtubeUrlSnake video link in snake_case
 * @param youtubeUrlCamel video link in camelCase
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Guide(
        @Nullable List<String> steps,
        @JsonProperty("youtube_url") @Nullable String youtubeUrlSnake,
        @JsonProperty("youtubeUrl") @Nullable String youtubeUrlCamel,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Guide {
        steps = ProviderModel.itemsOrNull(steps);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The video link under either name. */
    public Optional<String> video() {
        return Optional.ofNullable(youtubeUrlSnake == null ? youtubeUrlCamel : youtubeUrlSnake);
    }
}
