/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and responses: actions. */
public final class Actions {

    private Actions() {}

    /**
     * Something that an agent can do.
     *
     * @param id its id
     * @param integrationId integration it belongs to
     * @param integrationType type of that integration
     * @param integrationName name of that integration
     * @param name name for people
     * @param actionName name for machines
     * @param description what it does
     * @param isEnabled whether it is switched on
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record Action(
            String id,
            String integrationId,
            String integrationType,
            String integrationName,
            String name,
            String actionName,
            @Nullable String description,
            boolean isEnabled,
            @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderModel {

        public Action {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }

    /**
     * Body of actions/enable and actions/disable.
     *
     * @param actionIds ids of the actions
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record SwitchActions(
            List<String> actionIds, @JsonAnySetter Map<String, Object> additionalProperties)
            implements ProviderRequest {

        public SwitchActions {
            actionIds = ProviderModel.items(actionIds);
            additionalProperties = ProviderModel.kept(additionalProperties);
        }

        /** The actions to switch. */
        public static SwitchActions of(String... actionIds) {
            return new SwitchActions(List.of(actionIds), Map.of());
        }
    }

    /**
     * How many things a call changed.
     *
     * @param updatedCount their number
     * @param additionalProperties fields that this library does not know, as they came
     */
    @SnakeCase
    public record UpdatedCount(
            int updatedCount, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

        public UpdatedCount {
            additionalProperties = ProviderModel.kept(additionalProperties);
        }
    }
}
