/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * One value that an integration asks for.
 *
 * @param key its key
 * @param label what people read
 * @param type its type
 * @param required whether it must be given
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record ConfigField(
        String key,
        String label,
        String type,
        boolean required,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public ConfigField {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
