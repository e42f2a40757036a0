/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Code and addresses to try an agent.
 *
 * @param code the code
 * @param channels how to reach the agent with it
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record TestCode(
        String code,
        @Nullable TestCodeChannels channels,
        @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public TestCode {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
