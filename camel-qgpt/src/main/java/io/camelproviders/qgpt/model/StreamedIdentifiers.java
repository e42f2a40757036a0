/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.List;
import java.util.Map;

/**
 * Changes of conversations.
 *
 * @param iterable the changes
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamedIdentifiers(
        List<StreamedIdentifier> iterable, @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public StreamedIdentifiers {
        iterable = ProviderModel.items(iterable);
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
