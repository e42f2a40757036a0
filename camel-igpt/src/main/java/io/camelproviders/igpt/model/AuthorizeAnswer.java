/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.igpt.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the user goes on ({@code connectors/authorize}).
 *
 * @param url page that the end user must open
 * @param additionalProperties further fields as they came
 */
public record AuthorizeAnswer(
        @Nullable String url, @JsonAnySetter Map<String, Object> additionalProperties) implements ProviderModel {

    public AuthorizeAnswer {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
