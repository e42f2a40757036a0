/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.List;
import java.util.Map;

/**
 * Several seeds.
 *
 * @param iterable the seeds
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seeds(List<Seed> iterable, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Seeds {
        iterable = ProviderModel.items(iterable);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** These seeds. */
    public static Seeds of(Seed... seeds) {
        return new Seeds(List.of(seeds), Map.of());
    }
}
