/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to read the answer of a tool.
 *
 * @param path where the result stands
 * @param successMessage what to say when it worked
 * @param errorMessage what to say when it failed
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record ResponseMapping(
        @Nullable String path,
        @Nullable String successMessage,
        @Nullable String errorMessage,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public ResponseMapping {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
