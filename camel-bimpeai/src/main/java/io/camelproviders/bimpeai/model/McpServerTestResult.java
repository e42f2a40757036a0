/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an MCP server could be reached.
 *
 * @param success whether it could
 * @param message what happened
 * @param error what went wrong
 * @param toolsCount tools it offers
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record McpServerTestResult(
        boolean success,
        String message,
        @Nullable String error,
        @Nullable Integer toolsCount,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public McpServerTestResult {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
