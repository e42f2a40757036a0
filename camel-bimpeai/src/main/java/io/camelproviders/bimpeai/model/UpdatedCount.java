/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * How many things a call changed.
 *
 * @param updatedCount their number
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record UpdatedCount(int updatedCount, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public UpdatedCount {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
