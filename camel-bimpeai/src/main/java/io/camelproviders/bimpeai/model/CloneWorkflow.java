/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;

/**
 * Body of workflows/clone.
 *
 * @param sourceWorkflowId workflow to copy
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record CloneWorkflow(
        String sourceWorkflowId, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderRequest {

    public CloneWorkflow {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
