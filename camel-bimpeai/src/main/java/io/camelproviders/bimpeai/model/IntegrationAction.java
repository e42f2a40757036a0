/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that an integration can do.
 *
 * @param actionName name for machines
 * @param name name for people
 * @param description what it does
 * @param category its category
 * @param isEnabled whether it is switched on
 * @param requireHumanApproval whether a person must agree
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record IntegrationAction(
        String actionName,
        String name,
        @Nullable String description,
        String category,
        boolean isEnabled,
        boolean requireHumanApproval,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public IntegrationAction {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
