/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool of a foreign API or MCP server.
 *
 * @param id its id
 * @param actionName name for machines
 * @param name name for people
 * @param description what it does
 * @param category its category
 * @param isEnabled whether it is switched on
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record Tool(
        String id,
        String actionName,
        String name,
        @Nullable String description,
        String category,
        boolean isEnabled,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public Tool {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
