/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.bimpeai.model;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.camelproviders.core.json.ProviderModel;
import io.camelproviders.core.json.ProviderRequest;
import io.camelproviders.core.json.SnakeCase;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Body of knowledge-bases/update; all optional.
 *
 * @param name its name
 * @param description what it holds
 * @param content its text
 * @param url where it lies
 * @param additionalProperties fields that this library does not know, as they came
 */
@SnakeCase
public record UpdateKnowledgeBase(
        @Nullable String name,
        @Nullable String description,
        @Nullable String content,
        @Nullable String url,
        @JsonAnySetter Map<String, Object> additionalProperties)
        implements ProviderRequest {

    public UpdateKnowledgeBase {
        additionalProperties = ProviderModel.kept(additionalProperties);
    }
}
