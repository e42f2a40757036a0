/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * What a discovery of tools changed.
 *
 * @param discovered tools found
 * @param created tools new
 * @param updated tools changed
 * @param disabled tools switched off
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Discovery(
        int discovered,
        int created,
        int updated,
        int disabled,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public Discovery {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
