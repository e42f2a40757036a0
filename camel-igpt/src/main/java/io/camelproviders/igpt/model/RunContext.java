/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run works with.
 *
 * @param quality quality in force
 * @param reasoningEffort effort in force
 * @param indexed how much is indexed
 * @param datasources connected data sources
 * @param additionalProperties further fields as they came
 */
@SnakeCase
public record RunContext(
        @Nullable String quality,
        @Nullable String reasoningEffort,
        @Nullable Double indexed,
        @Nullable List<DataSource> datasources,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public RunContext {
        datasources = ProviderModel.itemsOrNull(datasources);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
