/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;

/**
 * Body of actions/enable and actions/disable.
 *
 * @param actionIds ids of the actions
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record SwitchActions(
        List<String> actionIds, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public SwitchActions {
        actionIds = ProviderModel.items(actionIds);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }

    /** The actions to switch. */
    public static SwitchActions of(String... actionIds) {
        return new SwitchActions(List.of(actionIds), Map.of());
    }
}
