/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a result.
 *
 * @param sources where statements come from
 * @param additionalProperties further fields as they came
 */
public record Sources(
        @Nullable List<Source> sources, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Sources {
        sources = ProviderModel.itemsOrNull(sources);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
