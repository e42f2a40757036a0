/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * Where a person finishes a configuration.
 *
 * @param onboardingUrl page to open
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Onboarding(
        String onboardingUrl, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public Onboarding {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
