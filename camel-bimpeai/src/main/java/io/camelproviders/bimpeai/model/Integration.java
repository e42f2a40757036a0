/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ObjectsOnly;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;

/**
 * An integration with its fields and actions.
 *
 * @param id its id
 * @param type its type
 * @param name its name
 * @param status its status
 * @param isConnected whether it is connected
 * @param configFields what must be given to connect it
 * @param actions what it can do
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Integration(
        String id,
        String type,
        String name,
        String status,
        boolean isConnected,
        @ObjectsOnly List<ConfigField> configFields,
        @ObjectsOnly List<IntegrationAction> actions,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Integration {
        configFields = ProviderModel.items(configFields);
        actions = ProviderModel.items(actions);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
