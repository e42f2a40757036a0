/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.common.json.ProviderModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Several seeds.
 *
 * @param iterable the seeds
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seeds(
        List<Seed> iterable, @JsonAnySetter @JsonAnyGetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Seeds {
        iterable = iterable == null
                ? List.of()
                : iterable.stream().filter(Objects::nonNull).toList();
        additionalProperties = additionalProperties == null
                ? Map.of()
                : Collections.unmodifiableMap(new LinkedHashMap<>(additionalProperties));
    }

    /** These seeds. */
    public static Seeds of(Seed... seeds) {
        return new Seeds(List.of(seeds), Map.of());
    }
}
