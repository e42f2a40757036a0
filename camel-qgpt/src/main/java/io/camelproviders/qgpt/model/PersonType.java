/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What kind of person; at least one of both.
 *
 * @param basic a person by name
 * @param platform a user of Pieces OS
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonType(
        @Nullable PersonBasic basic,
        @Nullable Map<String, Object> platform,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public PersonType {
        platform = ProviderModel.objectOrNull(platform);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
