/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code persons/related}.
 *
 * @param persons the persons
 * @param explanations why, by person id
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptPersonsRelatedOutput(
        @Nullable Persons persons,
        @Nullable Map<String, String> explanations,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderModel {

    public QgptPersonsRelatedOutput {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
