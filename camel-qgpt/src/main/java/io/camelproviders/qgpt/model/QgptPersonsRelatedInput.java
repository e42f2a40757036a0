/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.qgpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code persons/related}; everything is optional.
 *
 * @param seed a fragment
 * @param conversation a talk
 * @param application application id
 * @param model model id
 * @param additionalProperties fields that this library does not know, {@code schema} among them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QgptPersonsRelatedInput(
        @Nullable Seed seed,
        @Nullable QgptConversation conversation,
        @Nullable String application,
        @Nullable String model,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public QgptPersonsRelatedInput {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
